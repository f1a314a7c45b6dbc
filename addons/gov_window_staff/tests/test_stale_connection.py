"""After a restart of PostgreSQL the pool holds dead connections: nobody gets one."""

from odoo.sql_db import ConnectionPool, connection_info_for
from odoo.tests import TransactionCase, get_db_name, tagged


@tagged("post_install", "-at_install")
class TestStaleConnection(TransactionCase):
    """Odoo resets each connection before it hands it out, and takes the next one."""

    def test_connection_that_the_server_closed_is_replaced(self):
        _name, info = connection_info_for(get_db_name())
        pool = ConnectionPool(4)
        self.addCleanup(pool.close_all)
        idle = [pool.borrow(info) for _user in range(2)]
        dead = [connection.get_backend_pid() for connection in idle]
        for connection in idle:
            pool.give_back(connection)

        with self.registry.cursor() as cr:
            cr.execute("SELECT pg_terminate_backend(p, 5000) FROM unnest(%s) p", [dead])

        for _request in range(3):
            connection = pool.borrow(info)
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                self.assertNotIn(cursor.fetchone()[0], dead)
