"""Figures for the dashboards (数据看板): months, sites, items."""

from . import gov_month_statistic, gov_item_statistic
