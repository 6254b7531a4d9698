"""Documents that share a template and are none the less documents of their own."""

# The templates are lines of text.
# ruff: noqa: E501

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

_PLACES = [
    "Aldmoor", "Brinsey", "Calder", "Dunwick", "Elmet", "Farrow", "Glenholt", "Hexby", "Inverbeck", "Jarrow", "Kelding",
    "Lorton", "Marwick", "Norby",
]  # fmt: skip
_NAMES = [
    "Ada", "Bram", "Carys", "Dirk", "Edda", "Finn", "Greta", "Hugo", "Ines", "Jarl", "Kaia", "Lars", "Mona", "Nils",
    "Orla", "Piet", "Runa", "Sven", "Tove", "Ulf",
]  # fmt: skip
_LAST = [
    "Ashdown", "Birk", "Croft", "Dahl", "Egerton", "Fenn", "Grubb", "Holm", "Ivers", "Juhl", "Kjær", "Lund", "Moss",
    "Nyborg", "Orm", "Pike", "Quist", "Rask",
]  # fmt: skip
_SKIES = [
    "clear", "mostly sunny", "cloudy with bright spells", "overcast", "hazy at first, then sunny", "grey with drizzle",
]  # fmt: skip
_WINDS = ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"]
_GOODS = ["kettle", "lantern", "saddle", "compass", "hammock", "teapot", "anvil", "barometer", "satchel", "sextant"]
_STUFFS = ["copper", "oak", "linen", "walnut", "brass", "wool", "slate", "pewter", "ash", "canvas"]
_HAN = "山水风云江河湖海天地春夏秋冬东南西北松竹梅兰石桥田野城乡"


def weather(r: random.Random) -> str:
    place, sky, wind = r.choice(_PLACES), r.choice(_SKIES), r.choice(_WINDS)
    high, low, rain = r.randint(8, 31), r.randint(-3, 7), r.randint(0, 100)
    return (
        f"The forecast for {place} and the surrounding villages, issued by the district weather office. Today will be {sky}, "
        f"with a wind from the {wind} at {r.randint(5, 60)} kilometres an hour. The highest temperature will be {high} "
        f"degrees, the lowest {low} degrees, and the chance of rain is {rain} per cent. The sun rises at {r.randint(4, 8)}:"
        f"{r.randint(10, 59)} and sets at {r.randint(16, 22)}:{r.randint(10, 59)}. Pollen counts are "
        f"{r.choice(['low', 'moderate', 'high'])} for {r.choice(['birch', 'grass', 'hazel', 'rye'])}. Farmers are asked to "
        "protect young plants when frost is announced, and sailors to heed the signals at the harbour office. The next "
        "forecast will be issued tomorrow morning; all figures are without warranty."
    )


def bulletin(r: random.Random) -> str:
    def few() -> str:
        return "".join(r.choices(_HAN, k=2))

    return (
        f"{few()}市水文站每日公报。今日{few()}河水位为{r.randint(10, 99)}.{r.randint(10, 99)}米，比昨日{r.choice('升降')}"
        f"{r.randint(1, 90)}厘米，流量为每秒{r.randint(100, 999)}立方米。水温{r.randint(4, 29)}度，含沙量每立方米"
        f"{r.randint(1, 99)}克。{few()}闸今日开启{r.randint(1, 9)}孔，预计明日{r.choice(['继续开启', '全部关闭', '减为两孔'])}。"
        f"过往船只请注意{few()}桥下的水流，遇到大雾应当停航。本公报由水文站值班员{few()}{few()}编制，数据未经整编，仅供参考。"
        f"如有疑问，请拨打值班电话{r.randint(1000000, 9999999)}。沿岸居民应当留意广播，听从调度，不要在堤上停留。"
    )


def form(r: random.Random) -> str:
    name, other = (f"{r.choice(_NAMES)} {r.choice(_LAST)}" for _ in range(2))
    return (
        "Application for a berth in the municipal harbour. The undersigned applies for a berth for the coming season under the "
        f"rules of the harbour office. Name of the applicant: {name}. Place of residence: {r.choice(_PLACES)}. Name of the "
        f"boat: {r.choice(_GOODS).title()} of {r.choice(_PLACES)}. Length over all in centimetres: {r.randint(400, 1500)}. "
        f"Draught in centimetres: {r.randint(40, 220)}. Material of the hull: {r.choice(_STUFFS)}. Number of the insurance: "
        f"{r.randint(10000, 99999)}. Person to be told in an emergency: {other}. The applicant declares that the boat is "
        "seaworthy, that waste water is not let into the basin, and that the fee will be paid before the first of May. The "
        "harbour office may assign another berth at any time without giving reasons."
    )


def match(r: random.Random) -> str:
    home, away = r.sample(_PLACES, 2)
    one, two = r.sample(_LAST, 2)
    return (
        f"{home} {r.choice(['beat', 'lost to', 'drew with'])} {away} in front of {r.randint(200, 9000)} spectators on Saturday. "
        f"The first goal was scored by {one} in the {r.randint(1, 44)}th minute after a corner, and {two} added another in the "
        f"{r.randint(46, 90)}th minute. The referee, {r.choice(_NAMES)} {r.choice(_LAST)}, showed {r.randint(0, 7)} yellow cards "
        f"and sent off {r.choice(_LAST)} shortly before the end. The trainer of the visitors said after the match that his team "
        f"had played well and would have deserved more. {home} is now in place {r.randint(1, 18)} of the table with "
        f"{r.randint(3, 60)} points and plays next against {r.choice(_PLACES)}. Tickets for the next home game are on sale at the "
        "club house and at the bakery by the bridge."
    )


def market(r: random.Random) -> str:
    def price() -> str:
        return f"{r.randint(10, 999)}.{r.randint(10, 99)}"

    return (
        f"Shares at the exchange of {r.choice(_PLACES)} closed {r.choice(['higher', 'lower', 'little changed'])} on the day. The "
        f"leading index stood at {price()} points at the close, after {price()} points on the day before. Among the winners were "
        f"{r.choice(_LAST)} and Sons, who rose to {price()}, and the {r.choice(_PLACES)} Railway, which closed at {price()}. "
        f"{r.choice(_LAST)} Breweries fell to {price()}. Turnover came to {r.randint(10, 900)} million. One ounce of silver cost "
        f"{price()}, a barrel of herring {price()}. Traders said that many buyers were waiting for the figures of the central "
        "bank, which will be published at the end of the month. Past prices say nothing about those to come."
    )


def product(r: random.Random) -> str:
    stuff, thing, maker = r.choice(_STUFFS), r.choice(_GOODS), r.choice(_LAST)
    return (
        f"The {stuff} {thing} by {maker} of {r.choice(_PLACES)} is made by hand and will last for generations. Height "
        f"{r.randint(5, 90)} centimetres, width {r.randint(5, 90)} centimetres, weight {r.randint(100, 9000)} grams. Article number "
        f"{r.randint(10000, 99999)}. Price {r.randint(5, 400)} crowns including tax. Delivered within {r.randint(2, 20)} working "
        "days in a box of recycled cardboard. You may send the article back within a month if it is unused and in its box; we pay "
        f"the postage. Buyers of this {thing} also liked our {r.choice(_STUFFS)} {r.choice(_GOODS)} and our {r.choice(_STUFFS)} "
        f"{r.choice(_GOODS)}. Ask our {r.choice(_NAMES)} at the counter for advice."
    )


def statute(r: random.Random) -> str:
    city, office = "".join(r.choices(_HAN, k=2)), "".join(r.choices(_HAN, k=2))
    return (
        f"第一条 为了规范{city}市制定地方性法规的活动，根据有关法律，结合{city}市实际，制定本条例。第二条 {office}委员会负责本条例的组织"
        f"实施，每届任期{r.choice('三四五六')}年。第三条 制定地方性法规应当从{city}市的具体情况出发，突出地方特色。第四条 {r.choice('十二三')}名"
        f"以上代表联名，可以向{office}委员会提出议案，由{''.join(r.choices(_HAN, k=2))}处审议。第五条 议案应当在会议举行的{r.choice('十二三四')}"
        f"日前送达，并附{''.join(r.choices(_HAN, k=3))}的说明。第六条 表决前，{office}委员会应当听取{''.join(r.choices(_HAN, k=2))}县的意见。"
        f"第七条 本条例由{''.join(r.choices(_HAN, k=2))}局解释，自公布之日起施行。"
    )


SIBLINGS: Final[dict[str, Callable[[random.Random], str]]] = {
    made.__name__: made for made in (weather, bulletin, form, match, market, product, statute)
}
