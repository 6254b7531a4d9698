"""Words that sites of one kind print on all their pages: shops, job boards, authorities, stores of apps, newspapers.

Folded, and with `*` for the rest of a short line, as in audit.parser.tables.furniture. Words that people also write as
a line of their own are in SPOKEN instead, and believed only next to other furniture.
"""

from __future__ import annotations

from typing import Final

# Around a thing in a shop, its reviews, and the basket.
SHOPS: Final = (
    "in stock,*", "in stock:*", "in stock -*", "usually dispatched*", "dispatched within*", "pay in 3*", "pay in 4*",
    "buy with shop pay*", "more payment options", "price match*", "price alert*", "low stock*", "back in stock*",
    "email me when*", "you recently viewed*", "your cart is empty*", "your bag is empty*", "your basket is empty*",
    "continue shopping*", "taxes and shipping calculated*", "shipping calculated at*",
    "shipping and promotions calculated*", "tax included*", "have a promo code?*", "have an account?*", "report abuse",
    "report this review", "write a customer review", "top reviews from*", "reviews with images", "see more reviews*",
    "load more reviews*", "rating snapshot", "customer questions*", "default sorting", "quick shop*", "quick add*",
    "choose options", "select options", "find in store*", "check stock*", "pick up in store*", "pickup available*",
    "view store information", "verified reviewer*", "lieferung & rückgabe", "versand & rückgabe", "versand & retouren",
    "rückgabe & umtausch", "lieferzeit:*", "weiter einkaufen*", "ihr warenkorb ist leer*", "in filiale verfügbar*",
    "zuletzt angesehen*", "livraison & retours", "livraison et retours", "votre panier est vide*",
    "continuer mes achats*", "envíos y devoluciones", "envío y devoluciones", "tu carrito está vacío*",
    "seguir comprando*", "spedizioni e resi", "spedizione e resi", "il tuo carrello è vuoto*", "envio e devoluções",
    "доставка и возврат", "配送・返品", "최근 본 상품*", "降价通知", "到货通知", "规格与包装", "规格参数 *", "卖家服务",
    "商家服务", "售后服务 *", "本商品支持*", "支持7天*", "商品详情 *", "商品评论", "晒单帖", "全部评价", "用户晒单*",
    "进入店铺", "本店搜索", "店内搜索", "店铺评分*", "商家客服", "加购物车", "立即抢购", "领券*", "查看优惠*",
    "以旧换新*", "白条分期*", "花呗分期*", "支持分期*", "送至", "配送至", "运费险", "买家秀", "宝贝详情", "宝贝评价*",
    "猜你想看*", "为你推荐 *", "店长推荐*", "同店好货*", "人气榜*",
)  # fmt: skip

# Around a vacancy, and the person who offers it.
JOBS: Final = (
    "report job", "apply on company site*", "quick apply", "people also searched*", "similar searches*",
    "get notified about*", "set alert for*", "referrals increase*", "sign in to create job alert", "upload your cv*",
    "upload your resume*", "upload cv", "post a job", "post your cv", "company reviews", "salary guide", "hiring lab",
    "browse jobs", "browse companies", "employers / post job", "for jobseekers", "not the right job*",
    "diesen job melden*", "stelle melden*", "auf firmenwebsite bewerben*", "mit lebenslauf bewerben*",
    "für arbeitgeber", "signaler cette offre*", "déposer mon cv*", "reportar empleo*", "denunciar oferta*", "subir cv*",
    "denunciar vaga*", "пожаловаться на вакансию*", "откликнуться без резюме*", "完善在线简历", "上传附件简历",
    "上传简历*", "刚刚活跃", "今日活跃", "昨日活跃", "本周活跃", "3日内活跃", "本月活跃", "半年前活跃", "竞争力分析",
    "boss 安全提示", "boss安全提示", "求职安全提示*", "了解更多职场安全*", "点击查看地图*", "更多相似职位*",
    "看过该职位的人*", "查看更多信息", "查看全部职位*", "查看所有职位*", "该公司其他职位*", "热招职位*", "面试体验*",
    "公司相册*", "个人综合排名*", "我要找工作", "我要招聘", "职位关键词*", "精选职位*", "举报该职位*", "防骗指南*",
    "求职防骗*", "投递简历", "简历投递*", "收藏职位*", "无忧精英*",
)  # fmt: skip

# Around the pages of authorities.
AUTHORITIES: Final = (
    "get emails about this page*", "updates to this page*", "show all updates", "+ show all updates", "see all updates",
    "sign up for emails or print*", "explore the topic*", "services and information", "topics and services*",
    "skip to main navigation*", "an official website of*", "here's how you know*", "here’s how you know*",
    "official websites use*", "secure .gov websites*", "report a problem with*", "is this page not working*",
    "there is something wrong with this page*", "open government licence*", "view cookies", "accept additional cookies",
    "reject additional cookies", "set cookie preferences", "hide this message", "change cookie settings", "无障碍浏览*",
    "无障碍阅读*", "长者模式*", "长者助手*", "适老版*", "关怀版*", "老年模式*", "政府信息公开*", "政民互动", "关闭窗口",
    "【关闭窗口】", "关闭本页*", "打印本页*", "【打印*", "保存本页*", "字体:*", "字体 *", "【字体:*", "字号:*",
    "分享到:*", "扫一扫在手机*", "手机扫一扫*", "扫描二维码*", "用手机扫描*", "浏览次数:*", "点击次数:*", "访问次数:*",
    "浏览量:*", "索引号", "发文机构:*", "主题分类:*", "主题词:*", "公开方式:*", "公开时限:*", "有效性:*", "体裁分类:*",
    "组配分类:*", "信息索引号*", "信息分类:*", "信息名称:*", "网站标识码*", "政府网站标识码*", "政府网站找错*",
    "网站支持ipv6*", "网站地图 *", "市直部门网站*", "县区政府网站*", "各区县网站*", "省内各市*", "国务院部门网站*",
    "地方政府网站*", "解读材料*", "附件下载*", "您访问的链接即将离开*", "党政机关*", "事业单位标识*",
    "我为政府网站找错", "网站无障碍*", "上一条:*", "下一条:*", "上一篇 *",
)  # fmt: skip

# Around an app in a store, and a film of a platform.
STORES: Final = (
    "app store preview*", "mac app store preview*", "this app is only available*", "this app is available only*",
    "open the mac app store*", "offers in-app purchases*", "contains ads*", "app privacy", "data not linked to you",
    "data linked to you", "data used to track you", "data not collected", "data safety*", "developer website",
    "app support", "more by this developer*", "designed for ipad", "similar apps*", "flag as inappropriate*",
    "internet service terms*", "follow along using the transcript*", "show transcript", "hide transcript",
    "shorts remixing this video*", "app-store-vorschau*", "bietet in-app-käufe*", "versionsverlauf", "app-datenschutz",
    "website des entwicklers", "aperçu app store*", "historique des versions", "confidentialité de l’app",
    "vista previa de app store*", "historial de versiones", "privacidad de la app", "app store 预览*",
    "提供 app 内购买*", "评分及评论", "app 隐私", "开发者网站", "app 支持", "更多来自此开发*", "更多来自*",
    "安装此app*", "需下载高速下载器*", "下载器下载*", "360通过", "腾讯通过", "金山通过", "瑞星通过", "人工检测*",
    "高速下载", "普通下载", "相关下载*", "相关软件*", "相关教程*", "同类软件*", "本类周下载*", "本类总下载*",
    "本类推荐*", "下载排行*", "装机必备*", "热门软件*", "猜你喜欢的*", "您的评论需要经过审核*", "下载帮助*",
    "软件评分*", "软件评论*",
)  # fmt: skip

# Around a recipe.
RECIPES: Final = (
    "jump to recipe*", "jump to video*", "prevent your screen*", "us customary*", "1x 2x 3x", "rate this recipe*",
    "tried this recipe*", "did you make this*", "save recipe*", "pin recipe*", "print recipe*", "zum rezept springen*",
    "rezept drucken*", "rezept bewerten*", "imprimer la recette*", "noter la recette*", "imprimir receta*",
    "丢进采购单*", "人做过这道菜*", "做过这道菜*", "上传你做的*", "传你做的*", "被加入到的菜单*", "该菜谱发布于*",
    "作品动态", "下厨房*", "想做这道菜*", "跟着做*", "收藏菜谱*", "大家都在搜*", "道菜谱",
)  # fmt: skip

# Between two paragraphs of an article, around an advertisement.
BREAKS: Final = (
    "hide ad", "skip ad", "skip advertisement", "advertisement - *", "continue reading below*",
    "story continues after*", "remove ads*", "report this ad*", "why this ad?*", "ad feedback", "anzeige - *",
    "hier endet die anzeige*", "ende der anzeige", "nach der anzeige weiterlesen*", "artikel wird nach der werbung*",
    "la suite après cette publicité*", "la suite après la publicité*", "publicité - *",
    "continua depois da publicidade*", "continua após a publicidade*", "depois da publicidade*",
    "continúa después de la publicidad*", "sigue después de la publicidad*", "la nota continúa*",
    "continua dopo la pubblicità*", "continua a leggere dopo*", "lees verder onder*", "tekst loopt door onder*",
    "artikel gaat verder onder*", "ciąg dalszy artykułu*", "dalsza część artykułu*", "reszta artykułu pod*",
    "reklamdan sonra*", "i̇çeriğin devamı*", "haberin devamı*", "продолжение после рекламы*", "статья продолжается*",
    "記事の続きは広告*", "広告の後に続きます*",
)  # fmt: skip

# Around the articles of a newspaper.
NEWSPAPERS: Final = (
    "thank you for signing up*", "thanks for signing up*", "you're signed up*", "watch more of our*",
    "and on freeview*", "visit shots*", "comment guidelines*", "today's front page*", "today's paper*",
    "place your ad*", "buy a photo*", "buy this photo*", "listen to this article*", "listen to article*",
    "article audio*", "gift this article*", "gift article*", "save article*", "save story*", "read aloud*",
    "reader comments*", "did you know with a digital subscription*", "breaking news alerts*", "turn on notifications*",
    "enable notifications*", "artikel anhören*", "artikel vorlesen*", "artikel merken*", "artikel verschenken*",
    "artikel drucken*", "lesezeit:*", "lesedauer:*", "schriftgröße*", "abo kündigen*", "article réservé aux abonnés*",
    "écouter cet article*", "écouter l'article*", "écouter l’article*", "offrir cet article*", "offrir l'article*",
    "temps de lecture*", "taille du texte*", "cet article vous a*", "suivez toute l'actualité*",
    "suivez toute l’actualité*", "clique aqui e receba*", "ouvir notícia*", "ouvir o artigo*", "tempo de leitura*",
    "seguir leyendo*", "sigue leyendo*", "escuchar artículo*", "escucha este artículo*", "tiempo de lectura*",
    "se adhiere a los criterios*", "si está interesado en licenciar*", "ascolta l'articolo*", "tempo di lettura*",
    "читайте нас в*", "мы в соцсетях*", "нашли ошибку?*", "выделите её и нажмите*", "при использовании материалов*",
    "свидетельство о регистрации*", "время чтения*", "音声で聞く*", "記事を保存*", "文字サイズ*", "この記事を共有*",
    "기사 듣기*", "기사듣기*", "글자크기*", "글자 크기*", "본문 글씨*", "스크랩하기*", "가나다라마바사", "听全文",
    "我要举报", "开始答题*", "继续浏览*", "新闻报料*", "报料热线*", "责任校对*", "互联网新闻信息服务许可证*",
    "信息网络传播视听*", "违法和不良信息举报*", "网络谣言信息举报*", "网上有害信息举报*", "侵权举报*", "热新闻",
    "扫码下载*", "特别声明:*", "戳这里*", "长按关注*", "长按识别*", "往期精彩*", "往期推荐*", "阅读原文", "喜欢就点*",
    "分享 收藏 在看*",
)  # fmt: skip

# Labels of forms, of accounts, and of settings about cookies.
FORMS: Final = (
    "already have an account?*", "already a member?*", "already registered?*", "don't have an account?*",
    "don’t have an account?*", "not a member?*", "new user?*", "forgot password*", "forgot your password*",
    "forgotten your password*", "keep me signed in*", "sign in with google", "sign in with apple",
    "sign in with facebook", "log in with google", "log in with facebook", "enter your email*", "your email address*",
    "confirm my choices*", "save preferences*", "accept all cookies", "reject all cookies", "allow all cookies",
    "strictly necessary*", "performance cookies*", "functional cookies*", "targeting cookies*", "vendor list*",
    "cookie list*", "manage consent*", "do not sell or share*", "your privacy choices*", "limit the use of my*",
    "passwort vergessen*", "angemeldet bleiben*", "noch kein konto?*", "ihre e-mail-adresse*", "deine e-mail-adresse*",
    "alle akzeptieren*", "alle ablehnen*", "auswahl speichern*", "mot de passe oublié*", "pas encore de compte*",
    "votre adresse e-mail*", "tout accepter*", "tout refuser*", "¿olvidaste tu contraseña*", "aceptar todo*",
    "rechazar todo*", "tu correo electrónico*", "esqueceu a senha*", "esqueci minha senha*", "seu e-mail*",
    "password dimenticata*", "accetta tutto*", "rifiuta tutto*", "забыли пароль*", "запомнить меня*", "принять все*",
    "パスワードを忘れ*", "비밀번호 찾기*", "忘记密码*", "記住我", "记住我", "下次自动登录*", "没有账号?*",
    "还没有账号*", "立即注册*", "短信登录*", "密码登录*", "验证码登录*", "留言内容", "请输入关键词*", "请输入关键字*",
    "请输入您的*", "请输入搜索*", "请输入内容", "提交留言*",
)  # fmt: skip

FRAME: Final = (*SHOPS, *JOBS, *AUTHORITIES, *STORES, *RECIPES, *NEWSPAPERS, *FORMS)

# Words of all these that people also write as a line of their own.
SPOKEN: Final = (
    "政务公开", "政务服务", "互动交流", "办事服务", "在线访谈", "回应关切", "delivery & returns",
    "delivery and returns", "shipping & returns", "shipping and returns", "shipping & delivery",
    "shipping and delivery", "delivery information", "delivery options", "returns policy", "优惠券", "问大家",
    "安全检测", "下载说明", "in-app purchases", "family sharing", "accept all", "reject all", "always active",
    "公开指南", "公开目录", "ratings and reviews", "ratings & reviews", "returns & exchanges", "returns and exchanges",
    "服务支持", "软件介绍", "软件截图", "应用截图", "see details", "more like this", "cook mode", "相关解读",
    "order summary", "estimated total", "clear all", "expand all", "collapse all", "easy apply", "for employers",
    "not interested", "everyone", "teen", "metric", "1x", "2x", "3x", "screenshots", "有货", "现货", "无货", "晒单",
    "感兴趣", "不感兴趣", "安全提示", "信息公开", "文号:", "有效性", "官方版", "工商信息", "校招", "海归", "纠错",
    "报错", "网友评论", "remember me", "联系电话", "您的姓名", "vorlesen", "听新闻", "email address", "first name",
    "last name", "版本历史记录", "version history", "career advice", "job seekers", "应用信息", "包装清单", "发布日期:",
    "成文日期:", "索引号:", "发布机构:", "…more", "...more", "autoplay", "archivado en", "无插件", "无病毒",
    "rate recipe", "一图读懂", "政策解读", "相关文件", "相关附件", "seniority level", "font size", "text size",
    "community guidelines",
)  # fmt: skip

# Sentences of these sites, anywhere in a line.
NOTICES: Final = (
    "the developer's privacy policy", "the developer’s privacy policy", "app’s privacy practices may include",
    "app's privacy practices may include", "privacy practices may vary", "developer does not collect any data",
    "if you require alternative methods of application or screening", "严禁用人单位和招聘者用户", "以担保或者其他名义",
    "一经发现,请立即举报", "求职中如遇到", "您的评论需要经过审核", "partners can use this purpose",
    "use limited data to select advertising", "measure advertising performance", "measure content performance",
    "create profiles for personalised advertising", "use profiles to select personalised",
    "understand audiences through statistics", "we and our partners process data", "we and our partners store",
    "your submission has been received", "something went wrong while submitting the form",
    "refresh your browser window to try again", "you signed in with another tab or window",
    "you signed out in another tab or window", "you switched accounts on another tab",
    "this browser is no longer supported", "we use some essential cookies to make", "except where otherwise stated",
    "版权归作者所有,没有作者本人的书面许可", "版权归作者所有,任何形式转载", "本文为原创内容,转载请", "本文系*原创,转载",
    "仅代表作者个人观点", "仅代表该作者或机构观点", "不代表本网站立场", "不代表本平台立场",
    "用户上传并发布,本平台仅提供", "您访问的链接即将离开", "with a digital subscription you can get unlimited",
    "find out more about our journalism",
)  # fmt: skip
