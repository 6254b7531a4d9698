"""The specifications of what a page offers stay without a description near them; its tabs and contacts go."""

from __future__ import annotations

import pytest

MENU, FOOTER = "Home\nLamps\nSale\nCart (0)\nLog in", "Cookie settings\nPrivacy policy\nTerms of use\nImprint"
TOP = f"{MENU}\nDesk lamp Heron\n$64.00\nQuantity\nAdd to cart\nAdd to wishlist\n"
ROOMS = "\n".join(
    f"{room} {ware}" for room in ("Hall", "Desk", "Stair") for ware in ("lamps", "clocks", "rugs", "hooks")
)
SAID = (
    "The heron stands on one leg because its foot holds the weight of the lamp and of the arm that turns above it.",
    "Nobody has tipped one over yet, though a cat in the upper valley is said to have come close on two occasions.",
    "It was drawn by a clockmaker who wanted to read in bed, and who had no room for a table beside it.",
    "Three workshops along the river make it today, and each of them signs the felt below the foot with its mark.",
)
OTHERS = "\n".join(f"{name} lamp\n$81.00\nAdd to cart" for name in ("Crane", "Stork", "Egret", "Rail"))
HELP = "Help\nContact us\nStores\nCareers\nGift cards\nTrack an order\nAccessibility\nPress\nNewsletter"
SHOP = (
    TOP.replace("Log in", f"Log in\n{ROOMS}")
    + "\n".join(SAID)
    + f"\nIn stock\nShare\nWrite a review\n{{}}\nRelated products\n{OTHERS}\n{HELP}\n{FOOTER}"
)
LABELLED = (
    "Shade: Spun Aluminium Matt Black Outside White Inside Rolled Edge",
    "Foot: Cast Iron Black Powder Coat Felt Pad Rubber Studs Below",
    "Cable (new): Black Woven Cotton Textile Plug Inline Foot Switch",
    "Bulb: Small Screw E14 Clear Frosted Opal Glass Sold Apart",
)
BARE = ("Height 420 mm", "Weight 1.9 kg", "Bulb E14", "Power 25 W", "Cable Cotton", "Made in Marl")
TOLD = {
    "en": ("Add to cart", "Technical specifications", BARE),
    "de": ("In den Warenkorb", "Technische Daten", ("Höhe 420 mm", "Gewicht 1,9 kg", "Fassung E14", "Farbe Schwarz")),
    "fr": ("Ajouter au panier", "Caractéristiques", ("Hauteur 420 mm", "Poids 1,9 kg", "Culot E14", "Couleur noire")),
    "zh": ("加入购物车", "规格参数", ("高度 420毫米", "重量 1.9千克", "灯头 E14", "颜色 黑色")),
}
TABS = "Description\nSpecifications\nFeatures\nReviews (12)\n"
TOPICS = (
    "Crime: how the swindlers of the valley proceed",
    "Traffic: why the bridge of the upper town stays shut",
    "Schools: what the new timetable asks of parents",
    "Weather: when the frost will leave the valley",
)


def test_labels_with_long_values_stay(document) -> None:
    body = document(SHOP.format("\n".join(LABELLED)))["body"].splitlines()
    assert [line for line in LABELLED if line not in body] == []


@pytest.mark.parametrize("language", TOLD)
def test_what_is_below_their_heading_stays(document, language: str) -> None:
    call, heading, told = TOLD[language]
    body = document(SHOP.format("\n".join((call, heading, *told))))["body"].splitlines()
    assert [line for line in (heading, *told) if line not in body] == []


def test_a_heading_of_specifications_ends_other_offers(document) -> None:
    body = document(SHOP.format("\n".join(("You may also like", "Lamp Crane", "$81.00", "Tech specs", *BARE))))["body"]
    assert [line for line in BARE if line not in body.splitlines()] == []


@pytest.mark.parametrize("above", ["Specifications\nMeasurements:", "Supplement facts", "Nährwertangaben"])
def test_a_part_of_them_and_what_a_food_holds_stay(document, above: str) -> None:
    body = document(SHOP.format("\n".join((*above.split("\n"), *BARE))))["body"].splitlines()
    assert [line for line in BARE if line not in body] == []


FACETS = "Features\nSocket E14\nSocket E27\nLength 40 cm\nLength 60 cm\nLength 80 cm\nPower 25 W\nPower 40 W"
CONTACTS = "Tel: 555 0100\nFax: 555 0101\nE-mail: ask@heron.example\nAddress: Mill Lane"


@pytest.mark.parametrize(
    "lines",
    [TABS + "Write a review", "Features\nPricing\nCustomers\nPartners\nBlog", CONTACTS, FACETS],
    ids=["tabs", "a menu", "contacts", "choices of a list"],
)
def test_what_only_looks_like_specifications_is_none(parsed, lines: str) -> None:
    assert _specified(parsed, f"{TOP}{lines}\n{FOOTER}") == []


@pytest.mark.parametrize("head", ["By Ada Finch\n9 March 2021", "9 March 2021"])
def test_headlines_that_begin_with_their_topic_are_none(parsed, head: str) -> None:
    text = "The ferry went back into service on Saturday, twelve years after it was tied up below the mill. " * 3
    page = f"{MENU}\nThe ferry sails again\n{head}\n{text}\n{text}x.\nAdd to cart\n" + "\n".join(TOPICS) + "\n" + FOOTER
    assert _specified(parsed, page) == []


def _specified(parsed, page: str) -> list[str]:
    return [b["text"] for b in parsed(page).blocks.to_pylist() if "specifications" in b["reason"]]


JOINED = (
    "Option: Heron, desk lamp, reedgreenOption: Heron, desk lamp, slateOption: Heron, floor lamp, slate",
    "Farbe: Schilf, mattFarbe: Schiefer, mattFarbe: Kreide 7\u201dFarbe: Ocker",
)
SAID = (
    "Note: the lamp is warm. Note: the cable is long. Note: the bulb is sold apart.",
    "Ada: We leave at nine. Tom: Why nine? Ada: The tide turns. Tom: It does. Ada: So we leave.",
)


@pytest.mark.parametrize("line", JOINED)
def test_choices_joined_in_one_line_go(parsed, line: str) -> None:
    found = {b["text"]: b for b in parsed(f"{TOP}{SAID[0]}\n{line}\n{FOOTER}").blocks.to_pylist()}
    assert "choices of what the page offers" in found[line]["reason"]


@pytest.mark.parametrize("line", SAID)
def test_what_is_said_behind_the_same_label_stays(document, line: str) -> None:
    assert line in document(f"{TOP}{line}\n{FOOTER}")["body"]


PROFILE = "Boat: a punt\nCoast: north\nRiver: Marl\nOars: two"
POST = "Joined: Mar 2019\nMessages: 412\n{}\nReply\nQuote\nReport\n"
SQUEAK = (
    "My oar squeaks when I row against the tide, and only on the left.",
    "Mine did so until I put tallow on the leather and turned it round.",
    "Tallow goes bad in summer; wax from the chandler lasts until the frost.",
)


def test_what_a_member_says_of_a_boat_is_no_specification(parsed) -> None:
    posts = "".join(f"{name}\n{POST.format(said)}" for name, said in zip(("ada", "finch", "tom"), SQUEAK, strict=True))
    page = f"{MENU}\nAdd to cart\nBoards\nSqueaking oar\n{PROFILE}\n{posts}{FOOTER}"
    assert _specified(parsed, page) == []
