# Every target does its own set-up: config/bootstrap.sh installs what is missing, then runs
# `python -m govhr COMMAND` (config/govhr/). Variables reach the commands through the
# environment, so that values with spaces arrive whole.
.DEFAULT_GOAL := help
.PHONY: help run test fuzz month bench cluster lint advisories setup shell production backup restore stop clean
export ADDON TAGS INPUT PERIOD OUT PEOPLE SCALE HOOK SETTINGS FROM SEED KEY DATABASE

GOVHR := bash config/bootstrap.sh

help: ## this list
	@#  Reads the descriptions of the targets, so that they cannot drift apart.
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

run: ## demo server on 127.0.0.1 with a demo county (BACKGROUND=1 returns when it is up)
	@#  Data of the demo database is kept from run to run; `make clean` starts anew.
	@$(GOVHR) run $(if $(BACKGROUND),--background)

test: ## every test, ends with `N passed, N failed` (ADDON=gov_training TAGS=:TestSession)
	@#  Runs on copies of a template database, so nothing of `make run` is touched.
	@$(GOVHR) test $${ADDON:+--addon "$$ADDON"} $${TAGS:+--tags "$$TAGS"}

fuzz: ## damaged workbooks, calls and forms against every import (CASES=10000)
	@#  The same tests as in `make test`, with more cases; the smallest failing one is shown.
	@GOV_FUZZ_CASES=$${CASES:-10000} $(GOVHR) test --addon gov_payroll --tags gov_fuzz

month: ## a month from workbooks to a pay register (INPUT=folder PERIOD=2026-10 OUT=folder)
	@#  Works on a database of its own that is dropped afterwards.
	@$(GOVHR) month $${INPUT:+--input "$$INPUT"} $${PERIOD:+--period "$$PERIOD"} $${OUT:+--out "$$OUT"}

bench: ## ms and SQL statements per person of month and payroll (PEOPLE=1000,5000)
	@#  The stock payroll path and plain SQL are measured in the same run. SCALE=100000
	@#  measures a province instead, KEEP=1 leaves it up.
	@$(GOVHR) bench $${PEOPLE:+--people "$$PEOPLE"} $${SCALE:+--scale "$$SCALE"} \
		$(if $(KEEP),--keep)

cluster: ## a month and its pay on two nodes with a replica (PEOPLE=5000 KEEP=1 stays up)
	@#  All of it is private, on loopback, and removed at the end.
	@$(GOVHR) cluster $${PEOPLE:+--people "$$PEOPLE"} $(if $(KEEP),--keep)

lint: ## ruff, pylint-odoo, prettier, sizes: pre-commit over all files (HOOK=ruff for one)
	@#  The tools come from the pinned virtual environment; nothing is cloned.
	@$(GOVHR) lint $${HOOK:+--hook "$$HOOK"}

advisories: ## known vulnerabilities for `make lint` (FROM=vulns/ of the PyPA advisory database)
	@#  `make lint` compares the pins with the list written here and needs no network.
	@$(GOVHR) advisories $${FROM:+--from "$$FROM"}

setup: ## all set-up and nothing more (before going offline)
	@#  Ends when the template database is ready.
	@$(GOVHR) setup

shell: ## Odoo's shell on the demo database
	@#  Nothing is kept unless you call env.cr.commit().
	@$(GOVHR) shell

production: ## all configuration of a server (SETTINGS=file OUT=folder MASTER=1 asks for a password)
	@#  config/README.md leads from a bare server to TLS.
	@$(GOVHR) render --settings "$${SETTINGS:?copy config/production/settings.toml and name the copy}" \
		$${OUT:+--out "$$OUT"} $(if $(MASTER),--master-password)

backup: ## encrypted, of the demo or of a server (KEY=public.asc OUT=folder, or SETTINGS=file)
	@#  config/README.md tells how the key pair is made and where the private key lies.
	@$(GOVHR) backup $${SETTINGS:+--settings "$$SETTINGS"} $${KEY:+--key "$$KEY"} $${OUT:+--folder "$$OUT"}

restore: ## a new database from a backup, compared with it (FROM=folder DATABASE=name NEUTRAL=1 CHECK=1)
	@#  CHECK=1 drops it again and leaves a receipt; NEUTRAL=1 makes a copy for training.
	@$(GOVHR) restore --from "$${FROM:?name the folder of the backup: FROM=folder}" \
		$${SETTINGS:+--settings "$$SETTINGS"} $${DATABASE:+--database "$$DATABASE"} \
		$(if $(NEUTRAL),--neutral) $(if $(CHECK),--check)

stop: ## end the demo server and the private PostgreSQL, data is kept
	@#  Installs nothing, and a second time does nothing.
	@$(GOVHR) stop

clean: ## remove this checkout's databases and var/ (ALL=1: the shared cache too)
	@#  The cache (Odoo, Python packages) serves all checkouts, hence ALL=1.
	@$(GOVHR) clean $(if $(ALL),--all)
