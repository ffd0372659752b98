import type { Texts } from "./de.ts";

export const tr: Texts = {
  own: "Türkçe",
  lang: "tr",
  dir: "ltr",
  locale: "tr-TR",
  review: "draft",
  draft: "Bu sayfayı bir makine çevirdi. Henüz hiç kimse kontrol etmedi.",
  site: {
    name: "Sayfam", skip: "İçeriğe geç", exit: "Hemen çık", language: "Dil", menu: "Menü", demo: "Alıştırma: buradaki herkes uydurmadır.",
    start: "Başlangıç", plan: "Planım", dates: "Randevular", more: "Diğer",
    back: "Geri", send: "Gönder", save: "Kaydet", showAll: "Hepsini göster", until: "{day} tarihine kadar", call: "Ara", yes: "evet", no: "hayır", today: "bugün", tomorrow: "yarın",
  },
  start: {
    title: "Merhaba", lead: "Sayfanızı buradan açarsınız.", code: "Kâğıdınızdaki kod", codeHint: "Küçük kareli resmin altında yazar.",
    pin: "Şifre (PIN)", pinHint: "Size söylenen sayı.", triesLeft: "{n} deneme hakkı kaldı.", open: "Aç", passkey: "Telefonla aç (parmak veya yüz)",
    help: "Şifreyi unuttunuz mu? Kâğıdı aldığınız yere sorun.",
    shared: "Telefon sizin değil mi? Sonunda “Hemen çık”a basın.",
  },
  pin: {
    titleFirst: "Kendi şifreniz", titleNew: "Şifreyi değiştir", lead: "Yalnız sizin bildiğiniz bir sayı düşünün. Sekiz rakam veya daha fazla.", old: "Eski şifre", pin: "Yeni şifre", again: "Yeni şifre bir kez daha",
  },
  phone: {
    title: "Şifresiz aç", lead: "Telefonunuz sizi parmağınızdan veya yüzünüzden ya da kilidi açtığınız sayıdan tanır. Bu bilgi telefonunuzda kalır.",
    careTitle: "Lütfen önce okuyun", care: "Telefonunuzun kilidini açabilen herkes bu sayfayı da açabilir. Aynı Google veya Apple hesabını kullanan da açabilir. Emin değil misiniz? O zaman şifreyle devam edin.",
    trace: "Telefonda “{name}” adında, yanında bir sayı olan bir kayıt kalır. Telefonu karıştıran biri bunu bulabilir.", newPin: "Yeni bir şifre seçince şifresiz açma her yerde biter.",
    pin: "Şifreniz (PIN)", setUp: "Bu telefonda ayarla", next: "İleri", now: "Şimdi telefonunuz parmağınızı veya yüzünüzü soracak.", confirm: "Parmağı veya yüzü göster",
    cannot: "Bu cihaz bunu yapamıyor. Şifreyle açmaya devam edin.", failed: "Olmadı. Tekrar deneyin veya şifreyi kullanın.", already: "Bu telefonda zaten ayarlı.",
    yours: "Ayarlı olanlar", since: "{day} tarihinden beri", used: "son kullanım: {day}", remove: "Kaldır", other: "Şifresiz açmayı ayarladınız mı?",
  },
  home: {
    hello: "Merhaba", next: "Şimdi ne yapıyorum?", nextEmpty: "Şu anda yapılacak bir şey yok.", moreSteps: "Planda {n} adım daha", helps: "Bana kim yardım ediyor?",
    helpsEmpty: "Henüz kimse yok. Bize yazın.", everybody: "Herkesi göster", seen: "Bilgilerimi kim gördü?", seenEmpty: "Şimdiye kadar kimse.", allow: "Neye izin verdim",
    ask: "Soru sor", paper: "Belge gönder", answered: "Size cevap geldi.",
  },
  plan: {
    title: "Planım", empty: "Henüz plan yok. Size yardım eden kişiyle birlikte yaparsınız.", agreed: "{day} tarihinde birlikte kararlaştırıldı", agreedWords: "Planda böyle yazıyor", tick: "Yapıldı", untick: "Daha yapılmadı",
    doneOn: "{day} tarihinde yapıldı", late: "son gün {day} idi", steps: "Adımlar",
    who: { you: "Siz", case_management: "Size eşlik eden kişi", office: "Başka bir kurum", volunteer: "Gönüllü" },
    states: { open: "açık", running: "başladı", done: "yapıldı", dropped: "artık gerekmiyor" },
    ended: { closed: "Tamamlandı", dropped: "Artık sürmüyor" },
    reached: { plus2: "Çok daha fazlası oldu", plus1: "Daha fazlası oldu", zero: "Oldu", minus1: "Bir kısmı oldu", minus2: "Henüz olmadı" },
  },
  dates: {
    title: "Randevularım", empty: "Randevunuz yok.", past: "Eski randevular", at: "saat {from}", range: "{from} – {until}", place: "Nerede", whom: "Kiminle", language: "Dil",
    asked: "Çevirmen istendi", confirmed: "Biri sizin için çevirecek", calendar: "Takvime ekle", cannot: "Gelemiyor musunuz? Bize yazın.",
    states: { planned: "planlandı", kept: "geldiniz", no_show: "gelmediniz", cancelled: "iptal edildi", moved: "ertelendi" },
  },
  helpers: {
    title: "Bana kim yardım ediyor?", lead: "Bu kişiler sizinle çalışıyor.", empty: "Henüz kimse yok. Bize yazın.",
    roles: { lead: "Size eşlik eden kişi", substitute: "Vekili", member: "O da sizinle çalışıyor", partner: "Başka bir kurum, çünkü siz izin verdiniz", volunteer: "Gönüllü yardım ediyor" },
  },
  consents: {
    title: "Neye izin verdim", lead: "Her izni istediğiniz zaman geri alabilirsiniz. Neden söylemeden.", empty: "Kimseye izin vermediniz.", ended: "Artık geçerli değil", look: "Bak veya geri al",
    about: "Ne hakkında", purpose: "Ne için", withdrawnOn: "{day} tarihinde geri alındı", you: "Sizinle ilgili bilgiler",
    states: { in_force: "geçerli", planned: "henüz geçerli değil", expired: "süresi doldu", withdrawn: "geri alındı", representation_ended: "temsil sona erdi" },
    directions: { both: "İki taraf birbiriyle konuşur.", to_recipient: "Biz kuruma söyleriz.", from_recipient: "Kurum bize söyler." },
    secrecy: "Bu konuda burada kimse susmak zorunda değil.",
  },
  withdraw: {
    legend: "Neyi geri alıyorsunuz?", whole: "Hepsini", part: "Yalnız bir kısmını", cells: "Bu kısmı", next: "Devam: sonra ne olur?", nothingYet: "Henüz bir şey olmadı.",
    title: "Sonra ne olur?", back: "Bunu geri alıyorsunuz", seesStops: "{recipient} bundan sonra onu göremez.", seesNothing: "{recipient} bunun hiçbirini göremiyordu.", held: "{recipient} şunu daha önce aldı",
    heldNothing: "{recipient} kurumuna bundan bir şey göndermedik.", told: "{recipient} kurumuna izni geri aldığınızı söyleriz. Kurum neyi sileceğine bakmak zorundadır.", tasks: "{recipient} hâlâ bunun üzerinde çalışıyor", stays: "Bu geçerli kalır",
    noHarm: "Size eskisi gibi yardım etmeye devam ederiz.", confirm: "Evet, geri al", keep: "Hayır, bir şey değişmesin",
    receipt: "Geri alındı", receiptOn: "{day} tarihinde", reference: "Numara", keepIt: "Bu sizin makbuzunuz. Onu her zaman “Neye izin verdim” altında bulursunuz.",
  },
  seen: {
    title: "Bilgilerimi kim gördü?", lead: "Her bakış yazılır. Bunu kimse silemez.", empty: "Şimdiye kadar kimse.", older: "Daha eskileri göster", times: "{n} kez", why: "Neden", strange: "Size garip gelen bir şey mi var? Bize sorun.",
    roles: { case_manager: "Size eşlik eden kişi", team_lead: "Ekip yönetimi", intake: "Kabul", partner_worker: "Başka bir kurum", volunteer: "Gönüllü", authority: "Resmî daire", data_protection: "Veri koruma", administration: "Yönetim", you: "Siz", program: "Program" },
    did: { read: "okundu", listed: "listede görüldü", changed: "değiştirildi", added: "yeni yazıldı", removed: "çıkarıldı", passed_on: "iletildi", printed: "yazdırıldı", downloaded: "indirildi", opened: "açıldı", answered: "yanıtlandı", sent: "gönderildi", asked: "soruldu" },
    what: { case: "dosya", person: "sizinle ilgili bilgiler", notes: "notlar", tasks: "görevler", papers: "belgeler", plan: "plan", appointments: "randevular", consents: "izinler", residence: "oturum", assessment: "güçlü yanlar ve ihtiyaçlar", letters: "mektuplar", record: "bu liste", messages: "mesajlarınız", own_page: "sizin sayfanız", meeting: "görüşme", exchange: "başka daireler için bilgiler", copy: "verilerinizin kopyası", keeping: "saklama süresi", other: "başka şeyler" },
    reasons: { works_with_you: "sizinle çalışıyor", stands_in: "sizinle çalışan birinin vekili", leads_team: "ekibi yönetiyor", you_allowed: "siz izin verdiniz", emergency: "acil durum, sonra kontrol edilir", handover: "devir teslim", checks: "her şey doğru mu diye bakıyor", law: "yasa", yourself: "siz kendiniz" },
  },
  passed: {
    title: "Neler iletildi", lead: "Başka kurumlar bizden bunu aldı.", empty: "Hiçbir şey.", consent: "Siz izin verdiniz", law: "Bir yasa izin veriyor", states: { sent: "gönderildi", declined: "kabul edilmedi", deleted: "orada silindi" },
  },
  data: {
    title: "Hakkımda ne kayıtlı", lead: "Yanlış bir şey mi var? Söyleyin.", empty: "Burada bir şey yok.", wrong: "Bu doğru değil", told: "{day} tarihinde bildirildi", question: "Doğrusu nasıl?", tellAll: "Bu bilgiye sahip olan herkese söyleriz.",
    groups: { person: "Kişi", reach: "Bana nasıl ulaşılır", language: "Diller", family: "Aile", residence: "Oturum", facts: "İş, okul, yaşam", strengths: "Güçlü yanlar ve ihtiyaçlar", papers: "Belgeler" },
    labels: {
      name: "Ad", name_own_script: "Kendi yazısıyla ad", former_name: "Eski ad", birth: "Doğum günü", birth_place: "Doğum yeri", nationality: "Vatandaşlık", gender: "Cinsiyet", address: "Adres", phone: "Telefon", mail: "E-posta",
      safe_way: "Güvenli iletişim", language: "Dil", interpreter: "Çeviri gerekli", relation: "Aile", title: "Oturum belgesi", valid_until: "Geçerlilik sonu", entered_on: "Almanya’ya geliş", document: "Belge", life_area: "Yaşam alanı",
    },
  },
  rights: {
    title: "Haklarım", restrict: "Artık kullanılmasın", restrictLead: "Bilgileriniz kalır, ama konu açıklığa kavuşana kadar kimse onlarla çalışmaz.", restrictAsk: "Kimse neyi kullanmasın?",
    object: "İtiraz et", objectLead: "Hakkınızda bir şey saklamamızı veya iletmemizi istemiyorsunuz.", objectAsk: "Neye karşısınız ve neden?", complain: "Şikâyet et", complainLead: "Denetim kurumuna şikâyet edebilirsiniz. Ücretsizdir ve size zarar vermez.",
    controller: "Sorumlu", officer: "Bizde veri koruma", supervisor: "Denetim kurumu", asked: "İstedikleriniz", wrong: "Bir şey doğru değil", states: { open: "inceleniyor", done: "yapıldı", declined: "reddedildi" },
  },
  question: { title: "Soru sor", label: "Sorunuz", hint: "Her dilde. Acele mi? O zaman arayın.", asked: "Sorularınız", answer: "Cevap", waiting: "henüz cevap yok" },
  paper: { title: "Belge gönder", lead: "Kâğıdı iyi ışıkta düz koyun.", pick: "Fotoğraf çekin veya dosya seçin", size: "En fazla {n} MB. Fotoğraf veya PDF.", about: "Bu nedir?", optional: "Zorunlu değil.", sent: "Gönderilenler", checked: "ulaştı", unchecked: "kontrol ediliyor" },
  take: { title: "Hepsini yanıma al", lead: "Burada hakkınızda yazan her şey, bir dosyada. Yalnız sizin için.", html: "Okumak ve yazdırmak için", pdf: "Okumak için (PDF)", json: "Başka programlar için (JSON)", last: "Son kez {day}", care: "Dosya bu cihazda kalır. Cihaz kimdeyse okuyabilir." },
  more: { title: "Diğer", signOut: "Çıkış yap", exitTitle: "Hemen çık", exitLead: "Yukarıdaki düğme bu sayfayı kapatır ve hava durumunu gösterir. Tarayıcı burada olduğunuzu hatırlayabilir: cihazı başkaları da kullanıyorsa geçmişi silin." },
  languages: { title: "Dil" },
  done: {
    measure_done: "Çok iyi. İşaretlendi.", measure_open: "Yeniden açık.", question_sent: "Sorunuz bize ulaştı.", paper_sent: "Belgeniz bize ulaştı.", wrong_sent: "Teşekkürler. Bunu inceleyeceğiz.", fact_sent: "Teşekkürler. Size eşlik eden kişi buna bakacak.", restrict_sent: "İnceleyip size haber vereceğiz.",
    object_sent: "İnceleyip size haber vereceğiz.", pin_set: "Yeni şifreniz geçerli.", passkey_set: "Artık şifresiz açılıyor.", passkey_removed: "Kaldırıldı. Artık yalnız şifreyle açılıyor.", language_set: "Dil değişti.",
  },
  refused: {
    title: "Olmadı", invitation_unknown: "Böyle bir kod yok. Lütfen kontrol edin.", pin_wrong: "Şifre doğru değil.", pin_blocked: "Çok kez yanlış oldu. Kâğıdı aldığınız yere sorun.", pin_short: "Lütfen en az sekiz rakam.",
    pin_simple: "Bu sayıyı tahmin etmek çok kolay.", pin_differs: "İki sayı aynı değil.", pin_old_wrong: "Eski şifre doğru değil.", text_missing: "Lütfen bir şey yazın.", value_missing: "Lütfen bir şey seçin ya da yazın.", value_wrong: "Bu buraya uymuyor. Lütfen sayıyı ya da günü kontrol edin.", text_long: "Çok uzun. Lütfen daha kısa.", file_missing: "Lütfen bir fotoğraf veya dosya seçin.",
    file_large: "Dosya çok büyük.", file_kind: "Lütfen fotoğraf veya PDF.", file_refused: "Bu dosyayı alamıyoruz.", scope_missing: "Lütfen seçin: hepsi veya bir kısmı.", nothing_ticked: "Lütfen geri aldığınızı işaretleyin.",
    changed_meanwhile: "Burada bir şey değişti. Lütfen bir daha bakın.", too_many_today: "Bugün çok fazla oldu. Lütfen yarın deneyin.",
    phone_unknown: "Bu telefonla artık olmuyor. Şifreyle açın.", phone_failed: "Tekrar deneyin veya şifreyi kullanın.", phone_too_many: "Zaten beş telefon ayarlı. Önce birini kaldırın.",
  },
  still: {
    signed_out: { title: "Çıkış yaptınız", text: "Şimdi pencereyi kapatın." }, session_over: { title: "Lütfen yeniden açın", text: "Bir süredir burada değildiniz. Bu yüzden sayfa kapandı." },
    frozen: { title: "Şu anda kapalı", text: "Sayfanız şimdilik kapalı. Bilgileriniz güvende. Bizi arayın." }, ended: { title: "Bu sayfa sona erdi", text: "Sorunuz mu var? Bizi arayın." },
    invitation_expired: { title: "Bu kodun süresi doldu", text: "Yeni bir kod isteyin." }, not_found: { title: "Burada bir şey yok", text: "Başlangıca dönün." },
    form_old: { title: "Lütfen bir kez daha", text: "Sayfa çok uzun süre açık kaldı. Bir şey olmadı." }, too_many: { title: "Lütfen biraz bekleyin", text: "Çok fazla deneme oldu. Bir saat sonra yeniden olur." },
    broken: { title: "Hata bizde", text: "Bir şey ters gitti. Lütfen daha sonra deneyin." }, again: "Yeniden aç", number: "Sormak için numara: {id}",
  },
};
