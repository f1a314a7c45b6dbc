"""The configuration of a test cluster: odoo.conf of a node, nginx on loopback."""

ODOO = """\
[options]
addons_path = {addons}
data_dir = {data}
db_name = {database}
dbfilter = ^{database}$
list_db = False
admin_passwd =
db_host = {socket}
db_port = {port}
db_user = {role}
db_replica_host = {socket}
db_replica_port = {replica_port}
http_interface = 127.0.0.1
http_port = {http_port}
gevent_port = {gevent_port}
proxy_mode = True
server_wide_modules = base,rpc,web,queue_job
workers = 2
max_cron_threads = 0
limit_time_cpu = 900
limit_time_real = 1200

[queue_job]
channels = root:{capacity}
scheme = http
host = 127.0.0.1
port = {jobs_port}
"""

NGINX = """\
worker_processes 1;
{user}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 256; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    access_log {folder}/access.log;
    upstream web {{
{nodes}
    }}
    # a job lasts as long as its request: the idler node takes the next one
    upstream jobs {{
        least_conn;
{nodes}
    }}
    proxy_set_header Host $http_host;
    proxy_set_header X-Forwarded-Host $http_host;
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_set_header X-Forwarded-Proto $scheme;
    proxy_connect_timeout 2s;
    proxy_read_timeout 1200s;
    server {{
        listen 127.0.0.1:{web_port};
        location /queue_job {{ return 403; }}
        location / {{ proxy_pass http://web; }}
    }}
    server {{
        listen 127.0.0.1:{jobs_port};
        location = /queue_job/runjob {{
            # the job runner waits one second for an answer, the job goes on
            proxy_ignore_client_abort on;
            # a dead node's job goes to the other one; a started job starts only once
            proxy_next_upstream error;
            proxy_pass http://jobs;
        }}
    }}
}}
"""


def nginx(ports, **values):
    """nginx.conf that spreads requests and jobs over the nodes' ports."""
    nodes = "\n".join(
        f"        server 127.0.0.1:{port} max_fails=1 fail_timeout=2s;"
        for port in ports
    )
    return NGINX.format(nodes=nodes, **values)
