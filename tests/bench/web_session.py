"""A logged-in browser without its screen: the requests that the web client sends."""

import itertools
import re
import time

import requests

from tests.bench.web_views import View, literal

COUNT_LIMIT = 10001  # the web client counts no further than "10000+"
# "GET /my HTTP/1.1" 200 - statements, seconds in SQL, seconds outside of it
FIGURES = re.compile(r'HTTP/1\.\d" \d+ - (\d+) ([\d.]+) ([\d.]+)')


class Failed(Exception):
    """The server answered a page with an error: its time would mean nothing."""


class Log:
    """The server's own log, which tells the statements of each request."""

    def __init__(self, path):
        self.handle = open(path, encoding="utf-8", errors="replace")
        self.handle.seek(0, 2)

    def statements(self):
        """SQL statements of the requests answered since the last call."""
        return sum(int(found[0]) for found in FIGURES.findall(self.handle.read()))


class Session:
    """One user; `page` times what is asked for inside it."""

    def __init__(self, base, log, login, password):
        self.base, self.log, self.http = base, log, requests.Session()
        self.numbers, self.views = itertools.count(), {}
        token = re.search(r'name="csrf_token" value="([^"]+)"', self.html("/web/login"))
        form = {"login": login, "password": password, "csrf_token": token[1]}
        answer = self.http.post(f"{base}/web/login", form)
        if answer.url.split("?")[0].endswith("/web/login"):
            raise Failed(f"{login} cannot log in / 无法登录")
        self.context = {}
        if "/my" not in answer.url:
            self.context = self._user_context()

    def _user_context(self):
        info = self.json("/web/session/get_session_info", {})
        companies = list(info["user_companies"]["allowed_companies"])
        allowed = {"allowed_company_ids": [int(company) for company in companies]}
        return {**info["user_context"], **allowed}

    def timed(self, open_page):
        """(seconds, statements) of a function that sends a page's requests."""
        self.log.statements()
        started = time.perf_counter()
        open_page()
        return time.perf_counter() - started, self.log.statements()

    # ------------------------------------------------------------- single requests

    def html(self, path):
        answer = self.http.get(self.base + path)
        if answer.status_code != 200:
            raise Failed(f"{path}: {answer.status_code}")
        return answer.text

    def json(self, path, params):
        body = {"jsonrpc": "2.0", "method": "call", "id": next(self.numbers)}
        answer = self.http.post(self.base + path, json={**body, "params": params})
        result = answer.json()
        if "error" in result:
            message = result["error"].get("data", {}).get("message")
            raise Failed(f"{path}: {message or result['error']}")
        return result["result"]

    def call(self, model, method, *args, context=None, **kwargs):
        kwargs["context"] = {**self.context, **(context or {})}
        params = {"model": model, "method": method, "args": args, "kwargs": kwargs}
        return self.json(f"/web/dataset/call_kw/{model}/{method}", params)

    # -------------------------------------------------------------------- actions

    def action(self, path):
        """Open an action as a click on its menu does; an `Action`."""
        params = {"action_id": path, "context": self.context}
        action = self.json("/web/action/load", params)
        views = [
            *(view for view in action["views"] if view[1] != "search"),
            [(action["search_view_id"] or [False])[0], "search"],
        ]
        options = {
            "action_id": action["id"],
            "embedded_action_id": False,
            "embedded_parent_res_id": False,
            "load_filters": True,
            "toolbar": True,
        }
        model = action["res_model"]
        found = self.call(model, "get_views", views=views, options=options)
        return Action(self, action, found)


class Action:
    """An opened action: what its views ask the server for."""

    def __init__(self, session, action, views):
        self.session, self.model, self.views = session, action["res_model"], views
        self.domain = literal(action["domain"])
        self.context = literal(action["context"] or "{}")
        self.search = View(views, "search")

    def default_domain(self):
        """The action's own domain and the filters that it switches on."""
        domain = list(self.domain)
        for key, value in self.context.items():
            if value and key.startswith("search_default_"):
                domain += self.search.filter_domain(key.removeprefix("search_default_"))
        return domain

    def list(self, domain=None, offset=0):
        """A page of the list; the default one without a domain."""
        view = View(self.views, "list")
        return self.session.call(
            self.model,
            "web_search_read",
            specification=view.specification(self.model),
            offset=offset,
            order=view.arch.get("default_order", ""),
            limit=80,
            count_limit=COUNT_LIMIT,
            domain=self.default_domain() if domain is None else domain,
            context={**self._context(), "bin_size": True},
        )

    def kanban(self):
        """The columns of a kanban that groups by itself."""
        view = View(self.views, "kanban")
        return self.session.call(
            self.model,
            "web_read_group",
            domain=self.default_domain(),
            groupby=[view.arch.get("default_group_by")],
            aggregates=[],
            offset=0,
            order=view.arch.get("default_order", ""),
            auto_unfold=True,
            opening_info=[],
            unfold_read_specification=view.specification(self.model),
            unfold_read_default_limit=80,
            groupby_read_specification={},
            context={**self._context(), "read_group_expand": True},
        )

    def pivot(self, domain=None):
        rows, columns, aggregates = View(self.views, "pivot").aggregates(self.model)
        sets = [[], *([name] for name in columns + rows), rows + columns]
        return self.session.call(
            self.model,
            "formatted_read_grouping_sets",
            domain=self.default_domain() if domain is None else domain,
            grouping_sets=sets,
            aggregates=aggregates,
            context=self._context(),
        )

    def form(self, record_id):
        """One record with its messages."""
        view = View(self.views, "form")
        found = self.session.call(
            self.model,
            "web_read",
            [record_id],
            specification=view.specification(self.model),
            context={**self._context(), "bin_size": True},
        )[0]
        self._timeline(view, found)
        if view.arch.find(".//chatter") is not None:
            self._messages(record_id)
        return found

    def _timeline(self, view, found):
        """Odoo's switch between the versions of a person asks for itself, twice."""
        node = view.arch.find(".//field[@widget='versions_timeline']")
        if node is None:
            return
        person = ("employee_id", "=", found["id"])
        names = ["display_name", "contract_type_id", "contract_date_start"]
        # the status bar that it extends takes the domain of the view, or none at all
        asked = [([person] if node.get("domain") else [], names[:1]), ([person], names)]
        for domain, fields in asked:
            model = view.fields_of[self.model][node.get("name")]["relation"]
            self.session.call(model, "search_read", domain=domain, fields=fields)

    def _messages(self, record_id):
        thread = {"thread_id": record_id, "thread_model": self.model}
        self.session.json(
            "/mail/thread/messages", {**thread, "fetch_params": {"limit": 30}}
        )
        wanted = [
            "activities",
            "attachments",
            "contact_fields",
            "followers",
            "scheduledMessages",
            "suggestedRecipients",
        ]
        request = {**thread, "access_params": {}, "request_list": wanted}
        self.session.json(
            "/mail/data",
            {
                "fetch_params": [["mail.thread", request]],
                "context": self.session.context,
            },
        )

    def _context(self):
        keys = self.context.items()
        return {k: v for k, v in keys if not k.startswith("search_default_")}
