"""What a site calls itself, and what is no name of it though it stands where names stand."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY

BODY = "\n".join(ENGLISH_BODY)
PAGE = "Menu\nHome | News | Letters\nWooden ferry sails again on the Marl\nBy Peter Quill\n" + BODY + "\n{foot}"


@pytest.mark.parametrize(
    ("foot", "source"),
    [
        ("editor@marlcourier.example.com\nmarlcourier.com\nhttps://marlcourier.com/about", "marlcourier.com"),
        ("Contact: news@marlcourier.com\nAbout Marl Courier", "Marl Courier"),
        ("Ada is a staff writer at Marl Courier\nFollow Marl Courier\nMarl Courier app", "Marl Courier"),
        ("All rights reserved - Marl Courier 2021\nMarl Courier newsletter", "Marl Courier"),
        ("© 2021 Marl Courier Newspapers Ltd.\nSubscribe to Marl Courier\nMarl Courier podcasts", "Marl Courier"),
        ("facebook.com\nFollow us on twitter.com\nyoutube.com", None),
        ("About us\nSports newsletter\nView all videos\nMore news\nBest of video", None),
        ("Contact us at 2021\nSupport us\nGet more", None),
        ("O nas\nÜber uns\nAbout Rivers", None),
        ("© 2021 Marl Courier", "Marl Courier"),
        ("©2021 Marl Courier 使用须知 意见反馈", "Marl Courier"),
        ("© 2021 Marl Courier Privacy Terms", "Marl Courier"),
        ("© Copyright 2021 - Marl Courier", "Marl Courier"),
        ("Copyright 2021 © Marl Courier. All rights reserved.", "Marl Courier"),
        ("@ 1997 - 2021 Marl Courier Media Ltd.", "Marl Courier Media"),
        ("Subscribe to email newsletters\nFollow compliance\nnewsletters app\nnewsletters newsletters", None),
        ("Quelle: Marl Courier Artikelrechte erwerben", None),
        ("Copyright © 2021 New Marl Courier", "New Marl Courier"),
        ("Get new ferries\nNew ferries newsletter\nNew ferries podcasts", None),
        ("MC app\nMC podcasts\nJoin MC\nMC live\nJoin Marl Courier\n© 2021 Marl Courier", "Marl Courier"),
        ("Source: riverpictures.com", None),
        # Letters of UTF-8 that were read byte by byte.
        ("At the cafÃ© on the corner", None),
        ("In JosÃ© Ferries", None),
        ("Â© 2021 Marl Courier", "Marl Courier"),
        ("© 2021 All Right Reserved", None),
        ("Get started\nGet started for free\nGet app\nJoin free\nTry free\nfree", None),
        ("Get Ferries\nFerries\nFerries\nContact Ferries\nAbout Ferries\nAll ferries", None),
        ("Subscribe to Tides\nTides\nTides\nTides\nTides\nTides", None),
        ("Subscribe to MarlPost\nMarlPost\nMarlPost", "MarlPost"),
        ("All photographs are copyrighted\nCopyright Policy\nCopyright policy", None),
        ("Forum software by Planks® © 2010-2021 Planks Ltd.\n© Forum software by Planks®", None),
    ],
    ids=[
        "an address alone",
        "a name rather than its address",
        "a byline and prompts",
        "rights reserved",
        "without its company",
        "addresses of others",
        "labels of a menu",
        "no names",
        "a section alone",
        "a notice alone",
        "a notice before Chinese links",
        "a notice before links",
        "a notice with a dash",
        "a notice with its sign behind the year",
        "a notice with another sign",
        "prompts",
        "what is for sale",
        "an owner whose name begins with new",
        "what is new",
        "a name rather than its initials",
        "where a picture is from",
        "a damaged letter",
        "a damaged letter of a name",
        "a damaged sign",
        "rights, and no owner",
        "calls to act",
        "a word that the page writes with small letters, too",
        "one prompt with a word, however frequent",
        "one prompt with a coined name",
        "protected works and a policy",
        "who made the forum's software",
    ],
)
def test_the_name_of_the_site(document, foot: str, source: str | None) -> None:
    assert document(PAGE.format(foot=foot))["source"] == source


@pytest.mark.parametrize(
    ("last", "source"),
    [
        ("© Berger Tagblatt 2018", "Berger Tagblatt"),
        ("© BERGER TAGBLATT 2018", "BERGER TAGBLATT"),
        ("© Peter Quill 2018", None),
        ("Photo © Peter Quill 2018", None),
    ],
    ids=["a paper", "a paper in capitals", "who wrote it", "who took a picture"],
)
def test_a_notice_of_rights_that_ends_a_text_names_a_paper_alone(document, last: str, source: str | None) -> None:
    assert document(f"Wooden ferry sails again on the Marl\n\n{BODY}\n\n{last}\n")["source"] == source


def test_of_a_huge_page_only_the_edges_are_searched(document) -> None:
    menu = "\n".join(f"link {number}" for number in range(600))
    foot = "Follow Marl Courier\nMarl Courier app\nAbout Marl Courier\n"
    assert document(PAGE.format(foot=menu + "\n" + foot))["source"] == "Marl Courier"
    assert document(PAGE.format(foot=menu + "\n" + foot + menu))["source"] is None


def test_a_neighbour_changes_nothing(parsed) -> None:
    named, bare = PAGE.format(foot="Follow Marl Courier\nMarl Courier app"), PAGE.format(foot="Privacy")
    assert parsed(bare, named, bare).documents["source"].to_pylist() == [None, "Marl Courier", None]


@pytest.mark.parametrize(
    ("name", "source"),
    [("Marl Evening Herald", "Marl Evening Herald"), ("Marler Nachrichten", "Marler Nachrichten"),
     ("Marlboard Systems", None), ("Digitale Zeitung", None)],
)  # fmt: skip
def test_of_a_page_of_many_lines_a_notice_alone_names_a_paper_and_no_company(document, name: str, source: str) -> None:
    links = "\n".join(f"Rivers and harbours {n}" for n in range(60))
    assert document(PAGE.format(foot=f"{links}\n© 2021 {name}\nPrivacy policy"))["source"] == source


MENTIONS = "Contents\nMarlboats\nMarlboats\nTest66\nLicences by gnu\n"
MANUAL = MENTIONS + "{lines}\nKeeping a ferry afloat\nBy Peter Quill\n" + BODY + "\n{lines}"


@pytest.mark.parametrize(
    "lines",
    [
        "Maintainer: Ada Finch <ada@marlboats.com>\nUploaders: Ada Finch <ada@marlboats.com>",
        "8.8. Makefile.in + configure\n8.9. Makefile.in\nFiles: src/testdir/test64.in, src/test65.in, src/test64.in",
        "See the page on licences at https://www.gnu.org/ for more.",
        "Ada Finch, ada_finch@yahoo.co.in\nLast translator: ada_finch@yahoo.co.in",
        "- Copyright © 2019-2023 Ada Finch\n- Copyright © 2005 Oda Marsh\n- Copyright © 1998 Ian Brook",
        "Copyright © 2014-2021 Ada Finch <ada@marlboats.com>",
        "# Copyright (C) 2004 Ada Finch\n# Copyright (C) 2005 Ada Finch",
        "© 2019 Peter Quill",
    ],
    ids=["mailboxes of people", "files", "a licence", "a mailbox that everybody can have", "several who hold rights",
         "a person who can be written to", "comments of code", "who wrote it"],
)  # fmt: skip
def test_what_a_manual_prints_is_no_name_of_a_site(document, lines: str) -> None:
    assert document(MANUAL.format(lines=lines))["source"] is None


@pytest.mark.parametrize(
    "foot",
    ["news@marlcourier.com\nletters@marlcourier.com", "marlcourier.com\nMore on https://www.marlcourier.com/boats",
     "© 2021 Marl Courier\nPhotos © Ada Finch", "Copyright: River Syndicate, 2021\nCopyright 2021 Marl Courier"],
    ids=["its mailboxes", "its addresses", "beside who took pictures", "beside an agency"],
)  # fmt: skip
def test_a_page_still_names_its_site_by(document, foot: str) -> None:
    found = document(PAGE.format(foot=foot))["source"]
    assert found.replace(" ", "").lower().removesuffix(".com") == "marlcourier"


NOTES = "Keeping a ferry afloat\n\n" + "\n\n".join(ENGLISH_BODY) + "\n\n{lines}\n\n" + "\n\n".join(ENGLISH_BODY) + "\n"


@pytest.mark.parametrize(
    "lines",
    [
        "Copyright (C) 2004 Marl Boats, Inc.",
        "Copyright (C) 2004-2021 Marl Boats Foundation\nCopyright (C) 2004 Marl Boats Foundation",
        "The lamp was mended by Ada Finch, and it was checked\nby Oda Marsh of Marl Boats.",
        "  * Update Marl Boats\n  * Update the lamp\n  * About Marl Boats: update the mast",
        "It comes from\nhttps://www.marlboats.com/lamps and https://marlboats.com/masts",
    ],
    ids=["rights", "rights twice", "who did what", "what was changed", "where it comes from"],
)
def test_a_text_without_furniture_names_no_site_and_no_writer_in_its_middle(document, lines: str) -> None:
    found = document(NOTES.format(lines=lines))
    assert found["source"] is None
    assert found["author"] is None


@pytest.mark.parametrize("owner", ["Ada R. Finch", "J. R. Finch", "Plan B"])
@pytest.mark.parametrize("end", ["", ".", ". All rights reserved.", ". Contact us"])
def test_the_full_stop_of_an_initial_ends_no_name(document, owner: str, end: str) -> None:
    assert document(PAGE.format(foot=f"© 2021 {owner}{end}"))["source"] in (owner, None)
