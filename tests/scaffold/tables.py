"""A small table of occupations, and the settings that name it."""

from dataclasses import replace

from site_gen.model.site import OccupationTable

TABLE = OccupationTable(
    file="occupations.csv",
    currency="USD",
    place="United States",
    spread="25th to 75th percentile",
    source="BLS OEWS",
    as_of="2025-05",
    period="2024-34",
    outlook_source="BLS Employment Projections",
)
SETTINGS = """\
occupations:
  file: occupations.csv
  currency: USD
  place: United States
  spread: 25th to 75th percentile
  source: BLS OEWS
  as_of: 2025-05
  period: 2024-34
  outlook_source: BLS Employment Projections
"""
CSV = """\
code,title,zone,low,median,high,growth,openings
15-1243,Database Architects,4,109370,139500,169290,8.7,4000
15-2051,Data Scientists,4,85660,120230,158880,33.5,23400
29-1141,Registered Nurses,3,80000,97550,110000,4.9,189100
35-2014,"Cooks, Restaurant",2,,36000,,,
51-3011,Bakers,2,32000,37000,42000,-1.5,24400
"""


def without(**changes: str) -> OccupationTable:
    """The settings with some of them otherwise."""
    return replace(TABLE, **changes)
