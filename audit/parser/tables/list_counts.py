"""Lines of controls that hold numbers (counts of results, tabs and filters with counts, ranges) and orders."""

from __future__ import annotations

from typing import Final

from audit.text.tables import phrases

# Words of which each such line has one, and their patterns.
COUNTED: Final = phrases("controls", "counted")
_NUMBER: Final = r"\d[\d,. ]{0,10}(?:k|万|千)?\+?"
_THINGS: Final = (
    r"(?:search )?results?|products?|items? found|jobs?(?: found)?|vacancies|listings?|properties(?: found)?|matches|"
    r"ergebnisse|treffer|produkte|stellenangebote|inserate|résultats?|produits?|annonces|offres|resultados?|"
    r"productos?|anuncios|ofertas|produtos?|risultat[oi]|prodott[oi]|annunci|резуль\w+|товар\w*|объявлени\w+|"
    r"ваканси\w+|resultaten|producten|vacatures|wyników|produktów|ofert|resultat|produkter|sonuç|ürün|kết quả|sản phẩm|"
    r"件の結果|件の商品|개의 상품|개의 결과|건의 결과|(?:件|款|个|種|种)(?:商品|产品|產品)|(?:个|条|項|项|則)结果|"
    r"个职位|套房源|道菜谱|个作品|(?:个|条)(?:问题|回答)"
)
_PART: Final = rf"(?:{_NUMBER} ?(?:[-–~]|to|bis|à|a) ?)?{_NUMBER} ?(?:of|out of|von|sur|de|di|из|/) ?"
_TAB: Final = (
    "(?:全部|商品|用户|累计|网友|买家|精彩|热门)?(?:评价|评论|点评|好评|中评|差评|追评|晒图|晒单|有图|带图|回头客|"
    "问答|提问)"
)
_CURRENCY: Final = r"(?:[$€£¥₹]|us\$|rs\.?)"
COUNTS: Final = (
    rf"^(?:showing|displaying|viewing|affichage de|mostrando) (?:all )?(?:{_PART})?{_NUMBER}(?: (?:{_THINGS}))?$",
    rf"^(?:(?:showing|all|alle|共|找到|查看|全部|共有) ?)?(?:{_PART})?{_NUMBER} ?(?:{_THINGS})(?: gefunden)?$",
    rf"^{_TAB}(?:度|率|数)? ?[(（]?{_NUMBER}%?[)）]?$",
    rf"^(?:under|over|up to|below|above|less than|more than) {_CURRENCY} ?{_NUMBER}$",
    rf"^{_CURRENCY} ?{_NUMBER} (?:and|&|or) (?:up|above|over|under|below|more)$",
    r"^(?:\d )?stars? (?:and|&) up$",
    (r"^(?:price|name|date|rating|preis|prix|precio|title)[:,]? ?\(?(?:low to high|high to low|lowest first|"
    r"highest first|aufsteigend|absteigend|croissant|décroissant|de menor a mayor|de mayor a menor|a-z|z-a|"
    r"old to new|new to old|low-high|high-low)\)?$"),
    r"^alphabetical(?:ly)?,? \(?[az] ?(?:-|to) ?[az]\)?$", r"^(?:newest|oldest|latest|highest rated) first$",
    r"^(?:best selling|most relevant)$",
    r"^(?:价格|價格|时间|销量|评分)(?:由|从)(?:低|高)(?:到|至)(?:低|高)$", r"^(?:销量|好评|价格|人气|新品)优先$",
    r"^(?:每)?满\d{1,5}元?(?:减|享|打|送)\d{1,4}.{0,8}$",
    r"^(?:number of )?\d (?:stars?|星) ?(?:reviews? )?\(?\d{1,6}%?\)?$", r"^被收藏 ?\d+ ?次$",
    r"^全部 ?\d+ ?个作品$",
)  # fmt: skip
