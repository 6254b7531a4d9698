"""Buttons and controls of lists: what opens or orders an item, what sorts, filters and pages through them.

Folded, and with `*` for the rest of a short line, as in audit.parser.tables.furniture. Words that are also names,
headings or utterances are in ITEM_LABELS, and believed only where each item of a list has them.
"""

from __future__ import annotations

from typing import Final

# What a reader can do with one item of a list.
BUTTONS: Final = (
    "learn more", "learn more about*", "find out more", "view details", "see details", "show details", "view more",
    "view product", "view event", "view profile", "view recipe", "view listing", "read article", "read the article",
    "read full article", "read the full*", "read story", "read the story", "read post", "keep reading",
    "quick view", "book now", "book tickets", "buy tickets", "get tickets", "buy now", "shop now", "order now",
    "add to cart", "add to basket", "add to bag", "add to wishlist", "add to list", "add to calendar",
    "add to favorites", "add to favourites", "add to compare", "enrol now", "enroll now", "apply now",
    "visit website", "view on map", "get directions", "save recipe", "buy print", "place hold", "download pdf",
    "view pdf",
    "weiterlesen*", "mehr erfahren*", "mehr lesen", "mehr infos", "mehr dazu", "zum artikel", "zum beitrag",
    "zum rezept", "zum produkt", "zum angebot", "zur veranstaltung", "details anzeigen", "details ansehen",
    "jetzt buchen", "jetzt kaufen", "jetzt bestellen", "tickets kaufen", "karten kaufen", "in den warenkorb",
    "auf den merkzettel", "als pdf herunterladen",
    "lire la suite*", "lire plus", "lire l'article", "lire l’article", "en savoir plus*", "voir le détail",
    "voir la recette", "voir la fiche", "voir le produit", "plus d'infos", "plus d’infos", "ajouter au panier",
    "télécharger le pdf", "télécharger (pdf)",
    "leer más*", "seguir leyendo*", "ver detalles", "ver receta", "ver producto", "comprar entradas",
    "comprar ahora", "añadir al carrito", "agregar al carrito", "descargar pdf", "saiba mais*", "ler mais",
    "continuar lendo", "continue lendo", "ver detalhes", "adicionar ao carrinho", "marcar consulta",
    "leggi tutto*", "leggi di più", "continua a leggere*", "scopri di più", "vai alla ricetta",
    "aggiungi al carrello", "acquista ora", "prenota ora", "lees meer*", "lees verder*", "meer lezen",
    "bekijk details", "bestel nu", "in winkelwagen",
    "czytaj więcej*", "czytaj dalej*", "dowiedz się więcej", "zobacz więcej", "kup teraz", "kup bilet",
    "do koszyka", "dodaj do koszyka", "läs mer*", "les mer*", "læs mere*", "lue lisää", "köp nu", "boka nu",
    "devamını oku*", "detayları gör", "sepete ekle", "kayıt ol", "bilet al",
    "читать далее*", "читать дальше*", "читать полностью", "подробнее", "узнать больше", "в корзину",
    "купить билет", "детальніше", "читати далі*", "скачать pdf", "скачать выпуск",
    "xem chi tiết*", "đọc tiếp*", "mua ngay", "đặt vé", "thêm vào giỏ hàng", "baca selengkapnya*", "selengkapnya",
    "lihat detail", "beli sekarang", "อ่านต่อ*", "ดูรายละเอียด*",
    "عرض التفاصيل", "لمعرفة المزيد", "المزيد من التفاصيل", "احجز الآن", "اشتر الآن", "أضف إلى السلة", "ادامه مطلب*",
    "לפרטים נוספים", "להמשך קריאה", "קרא עוד", "और जानें", "पूरा पढ़ें",
    "查看详情", "查看詳情", "了解详情", "了解更多", "瞭解更多", "查看全文", "閱讀全文*", "繼續閱讀*", "閱讀更多*",
    "立即购买", "立即購買", "立即报名", "立即報名", "立即预订", "立即預訂", "立即预约", "我要报名", "加入购物车",
    "加入購物車", "立即购票", "查看地图", "查看地圖", "查看原文", "下载pdf", "下載pdf", "pdf下载", "html全文",
    "続きを読む*", "続きをよむ", "詳しく見る", "詳しくはこちら", "詳細を見る", "詳細はこちら", "予約する",
    "購入する", "チケットを購入", "カートに入れる", "お気に入りに追加", "リストに追加", "申し込む", "拡大する",
    "자세히 보기", "자세히보기", "상세보기", "더 알아보기", "예매하기", "예약하기", "구매하기", "장바구니 담기",
    "장바구니에 담기", "신청하기",
)  # fmt: skip

# What changes which items are shown, and in which order; and the ends of newsletters.
CONTROLS: Final = (
    "sort by:*", "sort by", "sort: *", "sort by relevance", "sort by date", "sort by price", "sort by name",
    "sort by newest", "sort by popularity", "sorted by:*", "order by:*", "sort a-z", "sort a–z", "sort results",
    "filter by:*", "filter by", "filter results", "filter by subject", "filter by category", "filter by date",
    "refine by", "refine results", "refine search", "refine your search", "refine your results", "show filters",
    "hide filters", "clear filters", "reset filters", "apply filters", "all filters", "map view", "show on map",
    "results per page*", "items per page*", "select season", "select year", "select category", "older posts*",
    "newer posts*", "older entries*", "newer entries*", "next page*", "previous page*", "first page", "last page",
    "load older*", "load newer*", "load previous*", "view in browser*", "view this email*", "view online",
    "unsubscribe*", "forward to a friend*", "update your preferences*", "manage preferences*",
    "manage subscription*",
    "sortieren nach", "sortieren nach:*", "sortieren:*", "sortierung:*", "filter anzeigen", "filter zurücksetzen",
    "alle filter", "ergebnisse pro seite*", "nächste seite*", "vorherige seite*", "ältere beiträge*",
    "neuere beiträge*", "ältere einträge*", "im browser ansehen", "im browser öffnen", "vom newsletter abmelden*",
    "newsletter abbestellen*", "weitere laden", "weitere anzeigen", "mehr laden",
    "trier par*", "trier :*", "filtrer par*", "affiner la recherche", "affiner les résultats", "page suivante*",
    "page précédente*", "articles plus anciens*", "charger plus*", "afficher plus*", "voir dans le navigateur",
    "voir la version en ligne", "se désabonner*", "se désinscrire*", "modifier mes préférences",
    "plus de résultats",
    "ordenar por*", "filtrar por categoría", "filtrar por:*", "página siguiente*", "siguiente página*",
    "página anterior*", "entradas antiguas*", "cargar más*", "mostrar más*", "ver en el navegador",
    "darse de baja*", "próxima página*", "postagens mais antigas*", "carregar mais*", "mostrar mais*",
    "cancelar inscrição*",
    "ordina per*", "filtra per:*", "pagina successiva*", "pagina precedente*", "carica altro*", "mostra altro*",
    "annulla iscrizione*", "disiscriviti*", "visualizza nel browser", "sorteer op*", "sorteren op*",
    "volgende pagina*", "vorige pagina*", "meer laden", "toon meer", "terug naar boven", "uitschrijven",
    "privacyverklaring*",
    "sortuj według*", "pokaż więcej*", "załaduj więcej", "następna strona", "poprzednia strona", "wypisz się*",
    "visa fler", "visa mer", "nästa sida", "avregistrera", "sıralama ölçütü*", "daha fazla göster*",
    "daha fazla yükle", "sonraki sayfa", "önceki sayfa", "abonelikten çık*",
    "сортировать по*", "сортировка:*", "показать ещё*", "показать еще*", "загрузить ещё*", "следующая страница",
    "предыдущая страница", "отписаться*", "показати ще*", "sắp xếp theo*", "bộ lọc", "tải thêm*", "trang sau",
    "trang trước", "hủy đăng ký*", "urutkan berdasarkan*", "muat lebih*", "halaman berikutnya", "เรียงตาม*",
    "โหลดเพิ่มเติม",
    "ترتيب حسب*", "تحميل المزيد*", "عرض المزيد*", "الصفحة التالية", "الصفحة السابقة", "إلغاء الاشتراك*",
    "מיין לפי*", "טען עוד", "क्रमबद्ध करें*", "और लोड करें",
    "综合排序", "默认排序", "按时间排序", "按热度排序", "按价格排序", "筛选条件", "重置筛选", "清空筛选",
    "每页显示*", "首页 上一页*", "上一页 *", "尾页", "末页", "下一頁", "上一頁", "載入更多*", "顯示更多*",
    "在瀏覽器中檢視*", "在浏览器中查看*", "取消订阅*", "取消訂閱*", "退订*", "轉寄給朋友", "转发给朋友", "全部分类",
    "全部分類",
    "並べ替え:*", "並び替え:*", "絞り込み", "絞り込む", "次のページ*", "前のページ*", "さらに読み込む*", "新着順",
    "人気順", "配信停止*", "ブラウザで表示*", "최신순", "인기순", "조회순", "다음 페이지", "이전 페이지",
    "수신거부*", "구독 취소*", "더 불러오기",
)  # fmt: skip

# Buttons in each item of a list; elsewhere they may say something.
ITEM_LABELS: Final = (
    "listen", "listen now", "play", "watch", "enrol", "enroll", "apply", "explore", "details", "more info",
    "more information", "more details", "transcript", "download", "save", "share", "book", "order", "pdf", "html",
    "abstract", "preview", "follow", "compare", "view", "reserve", "quick look", "filter",
    "anhören", "buchen", "kaufen", "bestellen", "merken", "teilen", "ansehen", "herunterladen", "écouter",
    "acheter", "réserver", "découvrir", "télécharger", "partager", "escuchar", "comprar", "reservar", "ampliar",
    "descargar", "compartir", "más información", "ouvir", "partilhar", "baixar", "mais informações", "ascolta",
    "acquista", "prenota", "scarica", "condividi", "maggiori informazioni",
    "luister", "bekijk", "reserveer", "meer informatie", "posłuchaj", "szczegóły", "kup", "zarezerwuj",
    "więcej informacji", "lyssna", "boka", "köp", "dinle", "devamı", "satın al", "слушать", "аннотация", "скачать",
    "купить", "забронировать", "nghe", "mua", "tải về", "tìm hiểu thêm", "dengarkan", "unduh", "استمع", "احجز",
    "تحميل", "التفاصيل", "ฟัง", "สั่งซื้อ",
    "详情", "详细", "摘要", "播放", "试听", "收听", "收藏", "分享", "下载", "购票", "預訂", "预订", "预约", "报名",
    "報名", "想读", "读过", "想看", "看过", "聴く", "再生", "予約", "購入", "詳細", "保存", "듣기", "재생", "예매",
    "예약", "신청", "구매", "저장", "공유", "상세",
)  # fmt: skip

# Lines of controls that hold numbers (counts of results, tabs and filters with counts, ranges) and orders: words of
# which each has one, and their patterns.
COUNTED: Final = (
    "result", "product", "found", "job", "vacanc", "listing", "propert", "match", "ergebnis", "treffer", "produkt",
    "stellen", "inserat", "résultat", "produit", "annonce", "offre", "producto", "anuncio", "oferta", "produto",
    "risultat", "prodott", "резуль", "товар", "объявлен", "ваканси", "vacature", "wyników", "ofert", "sonuç",
    "ürün", "kết quả", "sản phẩm", "showing", "displaying", "商品", "产品", "產品", "结果", "職位", "职位", "房源",
    "菜谱",
    "作品", "回答", "问题", "评", "晒", "有图", "带图", "回头客", "问答", "提问", "under ", "over ", "low to high",
    "high to low", "aufsteigend", "absteigend", "croissant", "décroissant", "menor a mayor", "mayor a menor",
    "alphabetical", "first", "由低到高", "从低到高", "由高到低", "从高到低", "优先", "满", "star", "星",
    "and up", "& up", "best selling", "most relevant", "收藏", "浏览",
)  # fmt: skip
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
