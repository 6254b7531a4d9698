"""Names of entries: what is listed of a job offer, of a house or flat, of a ware, of an app."""

from __future__ import annotations

from typing import Final

# As a regular expression for folded lines.
ENTRIES: Final = (
    "薪资|薪資|薪酬|月薪|工资|工作地[点點区區]|招聘人数|学历(?:要求)?|工作经验|[户戶]型|总价|總價|单价|建筑面积|面积|面積|朝向|租金|押金|"
    "(?:软件|当前|最新)?版本号?|(?:软件|文件)?大小|软件语言|系统要求|运行环境|开发[者商]|授权方式|"
    "サイズ|バージョン|開発元|賃料|家賃|間取り|専有面積|築年数|給与|勤務地|雇用形態|버전|크기|개발자|급여|근무지|고용형태|보증금|월세|전용면적|"
    "version|file size|size|developer|requires|licen[cs]e|salary|location|job type|employment type|rent|bedrooms|"
    "standort|gehalt|anstellungsart|kaltmiete|wohnfläche|dateigröße|entwickler|taille|développeur|salaire|"
    "type de contrat|loyer|surface|tamaño|versión|salario|ubicación|alquiler|зарплата|версия|размер|разработчик|площадь"
)
# More of them, which may also begin a sentence or a label of the page: names on lines of their own only.
OTHERS: Final = (
    "管理費(?:・共益費)?|共益費|敷金|礼金|築年月|所在階|総戸数|構造|間口|土地面積|建物面積|雇用期間|勤務時間|休日|待遇|原産国|素材|重量|"
    "楼层|樓層|装修|建成年代|产权年限|品牌|材质|材質|净重|產地|产地|规格|型号|口味|经验要求|职位类别|薪资待遇|人均(?:消费)?|营业时间|"
    "層|층수|준공일|관리비|재질|브랜드|원산지|근무시간|모집인원|price|brand|material|weight|dimensions|colou?r|capacity|"
    "bathrooms|floor area|year built|tenure|council tax|hours|opening hours|cuisine|price range|contract|start date|"
    "closing date|preis|marke|gewicht|maße|farbe|zimmer|etage|baujahr|kaution|nebenkosten|öffnungszeiten|"
    "eintrittstermin|prix|marque|poids|couleur|pièces|étage|charges|horaires|precio|marca|peso|color|habitaciones|"
    "planta|horario|"
    "prezzo|materiale|colore|locali|piano|orari|preço|cor|quartos|цена|бренд|вес|материал|цвет|этаж|комнат|"
    "график работы|опыт работы|cena|marka|waga|kolor|piętro|fiyat|malzeme|ağırlık|renk|giá|thương hiệu|chất liệu"
)
