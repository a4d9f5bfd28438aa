"""A pathway becomes its card, which other sites show in a frame: what its badges say, and where to read on."""

from __future__ import annotations

from site_gen.addresses import embed_address, pathway_address, quoted
from site_gen.model.card import Card
from site_gen.model.pathway import Pathway
from site_gen.model.site import Site
from site_gen.pages import Onward, PageType
from site_gen.render.facts import CardView, facts_of
from site_gen.render.open_data import url_of
from site_gen.render.page import Page
from site_gen.render.pay import sources_in_words


def embed_page(pathway: Pathway, card: Card, site: Site, _: Onward) -> Page:
    """The card of one pathway."""
    address = pathway_address(pathway.slug)
    pays = [pathway.salary.origin, pathway.salary.target] if pathway.salary else [card.origin.pay, card.target.pay]
    return Page(
        address=embed_address(pathway.slug),
        template="pages/embed.html",
        title=card.title,
        summary=card.summary,
        values={
            "card": CardView(
                address=address, origin=card.origin.name, target=card.target.name, facts=facts_of(card.figures)
            ),
            "source": sources_in_words([pay for pay in pays if pay]),
            "href": url_of(address, site) or f"../{quoted(address)}",
        },
    )


PAGE = PageType(name="embed", of_pathway=embed_page)
