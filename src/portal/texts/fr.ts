import type { Texts } from "./de.ts";

export const fr: Texts = {
  own: "Français",
  lang: "fr",
  dir: "ltr",
  locale: "fr-FR",
  review: "draft",
  draft: "Cette page a été traduite par une machine. Personne ne l’a encore relue.",
  site: {
    name: "Ma page", skip: "Aller au contenu", exit: "Quitter vite", language: "Langue", menu: "Menu", demo: "Exercice : toutes ces personnes sont inventées.",
    start: "Accueil", plan: "Mon plan", dates: "Rendez-vous", more: "Plus",
    back: "Retour", send: "Envoyer", save: "Enregistrer", showAll: "Tout voir", until: "jusqu’au {day}", call: "Appeler", yes: "oui", no: "non", today: "aujourd’hui", tomorrow: "demain",
  },
  start: {
    title: "Bonjour", lead: "Ouvrez ici votre page.", code: "Code sur votre feuille", codeHint: "Il est écrit sous l’image aux petits carrés.",
    pin: "Code PIN", pinHint: "Le nombre qu’on vous a dit.", triesLeft: "Encore {n} essais.", open: "Ouvrir", passkey: "Ouvrir avec le téléphone (doigt ou visage)",
    help: "PIN oublié ? Demandez là où vous avez reçu la feuille.",
    shared: "Ce téléphone n’est pas le vôtre ? À la fin, appuyez sur « Quitter vite ».",
  },
  pin: {
    titleFirst: "Votre propre PIN", titleNew: "Changer le PIN", lead: "Choisissez un nombre que vous seul connaissez. Huit chiffres ou plus.", old: "Ancien PIN", pin: "Nouveau PIN", again: "Nouveau PIN encore une fois",
  },
  phone: {
    title: "Ouvrir sans PIN", lead: "Votre téléphone vous reconnaît au doigt ou au visage, ou au nombre avec lequel vous le déverrouillez. Cela reste dans votre téléphone.",
    careTitle: "À lire avant", care: "Qui peut déverrouiller votre téléphone pourra aussi ouvrir cette page. De même, qui utilise le même compte Google ou Apple. Vous hésitez ? Alors gardez le PIN.",
    trace: "Le téléphone gardera une ligne « {name} » avec un nombre. Qui fouille le téléphone peut la trouver.", newPin: "Avec un nouveau PIN, l’ouverture sans PIN s’arrête partout.",
    pin: "Votre PIN", setUp: "Installer sur ce téléphone", next: "Suite", now: "Maintenant, votre téléphone demande le doigt ou le visage.", confirm: "Montrer le doigt ou le visage",
    cannot: "Cet appareil ne sait pas le faire. Continuez avec le PIN.", failed: "Cela n’a pas marché. Essayez encore, ou prenez le PIN.", already: "C’est déjà installé sur ce téléphone.",
    yours: "Installé", since: "depuis le {day}", used: "utilisé le {day}", remove: "Supprimer", other: "Avez-vous installé l’ouverture sans PIN ?",
  },
  home: {
    hello: "Bonjour", next: "Ce que je fais maintenant", nextEmpty: "Il n’y a rien à faire pour le moment.", moreSteps: "Encore {n} dans le plan", helps: "Qui m’aide",
    helpsEmpty: "Personne pour l’instant. Écrivez-nous.", everybody: "Voir tout le monde", seen: "Qui a vu mes données", seenEmpty: "Personne jusqu’ici.", allow: "Ce que j’ai permis",
    ask: "Poser une question", paper: "Envoyer un papier", answered: "Vous avez une réponse.",
  },
  plan: {
    title: "Mon plan", empty: "Pas encore de plan. Vous le faites avec la personne qui vous aide.", agreed: "Convenu ensemble le {day}", agreedWords: "C’est écrit ainsi dans le plan", tick: "C’est fait", untick: "Finalement pas fait",
    doneOn: "Fait le {day}", late: "c’était pour le {day}", steps: "Étapes",
    who: { you: "Vous", case_management: "La personne qui vous aide", office: "Un autre service", volunteer: "Un bénévole" },
    states: { open: "à faire", running: "commencé", done: "fait", dropped: "plus nécessaire" },
    ended: { closed: "Terminé", dropped: "Abandonné" },
    reached: { plus2: "Beaucoup plus que prévu", plus1: "Plus que prévu", zero: "Réussi", minus1: "Réussi en partie", minus2: "Pas encore réussi" },
  },
  dates: {
    title: "Mes rendez-vous", empty: "Vous n’avez pas de rendez-vous.", past: "Anciens rendez-vous", at: "{from}", range: "de {from} à {until}", place: "Où", whom: "Avec", language: "Langue",
    asked: "Un interprète est demandé", confirmed: "Quelqu’un traduit pour vous", calendar: "Dans le calendrier", cannot: "Vous ne pouvez pas venir ? Écrivez-nous.",
    states: { planned: "prévu", kept: "vous êtes venu(e)", no_show: "vous n’êtes pas venu(e)", cancelled: "annulé", moved: "déplacé" },
  },
  helpers: {
    title: "Qui m’aide", lead: "Ces personnes travaillent avec vous.", empty: "Personne pour l’instant. Écrivez-nous.",
    roles: { lead: "La personne qui vous aide", substitute: "Remplace", member: "Travaille aussi avec vous", partner: "Un autre service, car vous l’avez permis", volunteer: "Aide comme bénévole" },
  },
  consents: {
    title: "Ce que j’ai permis", lead: "Vous pouvez reprendre chaque permission à tout moment. Sans raison.", empty: "Vous n’avez rien permis à personne.", ended: "N’est plus valable", look: "Voir ou reprendre",
    about: "À propos de", purpose: "Pour quoi", withdrawnOn: "repris le {day}", you: "Informations sur vous",
    states: { in_force: "valable", planned: "pas encore valable", expired: "expiré", withdrawn: "repris", representation_ended: "représentation terminée" },
    directions: { both: "Les deux côtés se parlent.", to_recipient: "Nous le disons au service.", from_recipient: "Le service nous le dit." },
    secrecy: "Pour cela, personne ici n’est tenu au secret.",
  },
  withdraw: {
    legend: "Que reprenez-vous ?", whole: "Tout", part: "Seulement une partie", cells: "Cette partie", next: "Suite : que se passe-t-il ?", nothingYet: "Rien ne s’est encore passé.",
    title: "Que se passe-t-il alors ?", back: "Vous reprenez ceci", seesStops: "{recipient} ne le voit plus, dès maintenant.", seesNothing: "{recipient} ne pouvait rien en voir.", held: "{recipient} a déjà reçu",
    heldNothing: "Nous n’avons rien envoyé de cela à {recipient}.", told: "Nous disons à {recipient} que vous avez repris la permission. Le service doit vérifier ce qu’il efface.", tasks: "{recipient} travaille encore à", stays: "Ceci reste valable",
    noHarm: "Nous continuons à vous aider comme avant.", confirm: "Oui, reprendre", keep: "Non, ne rien changer",
    receipt: "Permission reprise", receiptOn: "le {day}", reference: "Numéro", keepIt: "C’est votre reçu. Vous le trouvez toujours sous « Ce que j’ai permis ».",
  },
  seen: {
    title: "Qui a vu mes données", lead: "Chaque regard est noté. Personne ne peut l’effacer.", empty: "Personne jusqu’ici.", older: "Voir plus ancien", times: "{n} fois", why: "Pourquoi", strange: "Quelque chose vous semble bizarre ? Demandez-nous.",
    roles: { case_manager: "La personne qui vous aide", team_lead: "Direction de l’équipe", intake: "Accueil", partner_worker: "Autre service", volunteer: "Bénévole", authority: "Administration publique", data_protection: "Protection des données", administration: "Gestion", you: "Vous", program: "Le programme" },
    did: { read: "lu", listed: "vu dans une liste", changed: "modifié", added: "nouveau", removed: "retiré", passed_on: "transmis", printed: "imprimé", downloaded: "téléchargé", opened: "ouvert", answered: "répondu", sent: "envoyé", asked: "demandé" },
    what: { case: "dossier", person: "informations sur vous", notes: "notes", tasks: "tâches", papers: "papiers", plan: "plan", appointments: "rendez-vous", consents: "permissions", residence: "séjour", assessment: "forces et besoins", letters: "courriers", record: "cette liste", messages: "vos messages", own_page: "votre page", meeting: "réunion", exchange: "informations pour d’autres services", copy: "copie de vos données", keeping: "conservation", other: "autre chose" },
    reasons: { works_with_you: "travaille avec vous", stands_in: "remplace quelqu’un qui travaille avec vous", leads_team: "dirige l’équipe", you_allowed: "vous l’avez permis", emergency: "urgence, sera vérifiée", handover: "passation", checks: "vérifie que tout est juste", law: "loi", yourself: "c’était vous" },
  },
  passed: {
    title: "Ce qui a été transmis", lead: "D’autres services ont reçu cela de nous.", empty: "Rien.", consent: "Vous l’avez permis", law: "Une loi le permet", states: { sent: "envoyé", declined: "pas accepté", deleted: "effacé là-bas" },
  },
  data: {
    title: "Ce qui est enregistré sur moi", lead: "Quelque chose est faux ? Dites-le.", empty: "Il n’y a rien ici.", wrong: "C’est faux", told: "Signalé le {day}", question: "Qu’est-ce qui est juste ?", tellAll: "Nous le disons à tous ceux qui ont cette information.",
    groups: { person: "Personne", reach: "Comment me joindre", language: "Langues", family: "Famille", residence: "Séjour", facts: "Travail, école, vie", strengths: "Forces et besoins", papers: "Papiers" },
    labels: {
      name: "Nom complet", name_own_script: "Nom dans son écriture", former_name: "Ancien nom", birth: "Date de naissance", birth_place: "Lieu de naissance", nationality: "Nationalité", gender: "Genre", address: "Adresse postale", phone: "Téléphone", mail: "E-mail personnel",
      safe_way: "Moyen sûr de me joindre", language: "Langue", interpreter: "Interprète nécessaire", relation: "Famille", title: "Papier de séjour", valid_until: "Valable jusqu’au", entered_on: "En Allemagne depuis", document: "Papier", life_area: "Domaine de vie",
    },
  },
  rights: {
    title: "Mes droits", restrict: "Ne plus utiliser", restrictLead: "Vos données restent là, mais personne ne travaille avec elles jusqu’à ce que ce soit clair.", restrictAsk: "Que personne ne doit utiliser ?",
    object: "S’opposer", objectLead: "Vous ne voulez pas que nous gardions ou transmettions quelque chose sur vous.", objectAsk: "À quoi vous opposez-vous, et pourquoi ?", complain: "Se plaindre", complainLead: "Vous pouvez vous plaindre à l’autorité de contrôle. C’est gratuit et cela ne vous nuit pas.",
    controller: "Responsable", officer: "Protection des données chez nous", supervisor: "Autorité de contrôle", asked: "Ce que vous avez demandé", wrong: "Quelque chose est faux", states: { open: "en cours", done: "fait", declined: "refusé" },
  },
  question: { title: "Poser une question", label: "Votre question", hint: "Dans toutes les langues. C’est urgent ? Alors appelez.", asked: "Vos questions", answer: "Réponse", waiting: "pas encore de réponse" },
  paper: { title: "Envoyer un papier", lead: "Posez le papier à plat, avec une bonne lumière.", pick: "Prendre une photo ou choisir un fichier", size: "Au plus {n} Mo. Photo ou PDF.", about: "Qu’est-ce que c’est ?", optional: "Pas obligatoire.", sent: "Déjà envoyé", checked: "arrivé", unchecked: "en vérification" },
  take: { title: "Tout emporter", lead: "Tout ce qui est écrit ici sur vous, dans un fichier. Pour vous seul(e).", html: "Pour lire et imprimer", pdf: "Pour lire (PDF)", json: "Pour d’autres programmes (JSON)", last: "La dernière fois le {day}", care: "Le fichier reste sur cet appareil. Qui a l’appareil peut le lire." },
  more: { title: "Plus", signOut: "Se déconnecter", exitTitle: "Quitter vite", exitLead: "Le bouton en haut ferme cette page et montre la météo. Le navigateur peut se souvenir de votre visite : effacez l’historique si d’autres utilisent l’appareil." },
  languages: { title: "Langue" },
  done: {
    measure_done: "Bravo. C’est coché.", measure_open: "C’est de nouveau à faire.", question_sent: "Nous avons votre question.", paper_sent: "Nous avons votre papier.", wrong_sent: "Merci. Nous vérifions.", fact_sent: "Merci. La personne qui vous aide va regarder.", restrict_sent: "Nous vérifions et vous tenons au courant.",
    object_sent: "Nous vérifions et vous tenons au courant.", pin_set: "Votre nouveau PIN est valable.", passkey_set: "Maintenant, cela marche sans PIN.", passkey_removed: "Supprimé. Maintenant, seul le PIN ouvre.", language_set: "La langue est changée.",
  },
  refused: {
    title: "Cela n’a pas marché", invitation_unknown: "Ce code n’existe pas. Vérifiez-le, s’il vous plaît.", pin_wrong: "Le PIN n’est pas juste.", pin_blocked: "Trop d’erreurs. Demandez là où vous avez reçu la feuille.", pin_short: "Au moins huit chiffres, s’il vous plaît.",
    pin_simple: "Ce nombre est trop facile à deviner.", pin_differs: "Les deux nombres ne sont pas pareils.", pin_old_wrong: "L’ancien PIN n’est pas juste.", text_missing: "Écrivez quelque chose, s’il vous plaît.", value_missing: "Choisissez ou écrivez quelque chose, s’il vous plaît.", value_wrong: "Cela ne va pas ici. Vérifiez le nombre ou le jour, s’il vous plaît.", text_long: "C’est trop long. Plus court, s’il vous plaît.", file_missing: "Choisissez une photo ou un fichier, s’il vous plaît.",
    file_large: "Le fichier est trop grand.", file_kind: "Une photo ou un PDF, s’il vous plaît.", file_refused: "Nous ne pouvons pas accepter ce fichier.", scope_missing: "Choisissez : tout ou une partie.", nothing_ticked: "Cochez ce que vous reprenez.",
    changed_meanwhile: "Quelque chose a changé ici. Regardez encore une fois.", too_many_today: "C’était très souvent aujourd’hui. Essayez demain, s’il vous plaît.",
    phone_unknown: "Cela ne marche plus avec ce téléphone. Ouvrez avec le PIN.", phone_failed: "Essayez encore, ou prenez le PIN.", phone_too_many: "Cinq téléphones sont déjà installés. Supprimez-en un d’abord.",
  },
  still: {
    signed_out: { title: "Vous êtes déconnecté(e)", text: "Fermez maintenant la fenêtre." }, session_over: { title: "Ouvrez encore une fois", text: "Vous n’étiez plus là depuis un moment. C’est pourquoi la page est fermée." },
    frozen: { title: "Fermé en ce moment", text: "Votre page est fermée pour le moment. Vos données sont en sécurité. Appelez-nous." }, ended: { title: "Cette page est terminée", text: "Des questions ? Appelez-nous." },
    invitation_expired: { title: "Ce code a expiré", text: "Demandez-en un nouveau." }, not_found: { title: "Il n’y a rien ici", text: "Retournez à l’accueil." },
    form_old: { title: "Encore une fois, s’il vous plaît", text: "La page est restée ouverte trop longtemps. Rien ne s’est passé." }, too_many: { title: "Attendez un peu, s’il vous plaît", text: "Il y a eu trop d’essais. Cela remarche dans une heure." },
    broken: { title: "C’est notre faute", text: "Quelque chose n’a pas marché. Essayez plus tard, s’il vous plaît." }, again: "Ouvrir de nouveau", number: "Numéro pour vos questions : {id}",
  },
};
