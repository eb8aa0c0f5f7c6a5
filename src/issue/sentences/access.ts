/** Sentences about accounts, signing in and the settings of a server that others can reach. */

import type { Bilingual } from '../../model/text.ts';

export const ACCESS_SENTENCES = {
  'accounts-missing': {
    nl: 'Deze server zou voor anderen bereikbaar zijn, maar er zijn nog geen accounts. Start eenmalig met --administrator-link: u krijgt dan een link voor de eerste beheerder.',
    en: 'Others could reach this server, but there are no accounts yet. Start once with --administrator-link: you then get a link for the first administrator.',
  },
  'administrator-link': {
    nl: 'Open deze link in een browser en kies een naam en een wachtwoord. Hij maakt u beheerder, werkt één keer en drie dagen lang.',
    en: 'Open this link in a browser and choose a name and a password. It makes you administrator, works once and for three days.',
  },
  'address-missing': {
    nl: 'Deze server zou voor anderen bereikbaar zijn, maar zijn adres is niet bekend. Geef het in ZORGCLUSTER_URL, bijvoorbeeld https://zorgcluster.instelling.nl.',
    en: 'Others could reach this server, but its address is not known. Give it in ZORGCLUSTER_URL, for instance https://zorgcluster.institution.nl.',
  },
  'address-invalid': {
    nl: 'ZORGCLUSTER_URL moet met https:// beginnen en alleen een naam (met poort) bevatten, bijvoorbeeld https://zorgcluster.instelling.nl; http:// mag alleen voor deze computer zelf.',
    en: 'ZORGCLUSTER_URL must begin with https:// and hold a name (with port) only, for instance https://zorgcluster.institution.nl; http:// is for this machine itself only.',
  },
  'proxies-invalid': {
    nl: 'ZORGCLUSTER_PROXIES moet het aantal eigen proxy’s voor de server zijn, van 0 tot en met 9.',
    en: 'ZORGCLUSTER_PROXIES must be the number of own proxies in front of the server, from 0 to 9.',
  },
  'institution-incomplete': {
    nl: 'Aanmelden via de instelling vraagt ZORGCLUSTER_OIDC_ISSUER, ZORGCLUSTER_OIDC_CLIENT_ID en ZORGCLUSTER_OIDC_CLIENT_SECRET (of _CLIENT_SECRET_FILE, een leesbaar bestand). Geef ze alle drie.',
    en: 'Signing in through the institution needs ZORGCLUSTER_OIDC_ISSUER, ZORGCLUSTER_OIDC_CLIENT_ID and ZORGCLUSTER_OIDC_CLIENT_SECRET (or _CLIENT_SECRET_FILE, a readable file). Give all three.',
  },
  'institution-address': {
    nl: 'ZORGCLUSTER_OIDC_ISSUER moet een adres zijn dat met https:// begint.',
    en: 'ZORGCLUSTER_OIDC_ISSUER must be an address that begins with https://.',
  },
  'institution-roles': {
    nl: 'ZORGCLUSTER_OIDC_ROLE_CLAIM en ZORGCLUSTER_OIDC_ROLES horen bij elkaar; het tweede is een lijst als zorg-lezers=viewer,zorg-analisten=analyst,zorg-beheer=administrator.',
    en: 'ZORGCLUSTER_OIDC_ROLE_CLAIM and ZORGCLUSTER_OIDC_ROLES belong together; the second is a list such as care-readers=viewer,care-analysts=analyst,care-admins=administrator.',
  },
  'institution-unreachable': {
    nl: 'De aanmelddienst van uw instelling geeft geen antwoord. Probeer het later opnieuw of meld u aan met een wachtwoord.',
    en: 'The sign-in service of your institution does not answer. Try again later or sign in with a password.',
  },
  'institution-failed': {
    nl: 'Aanmelden via uw instelling is niet gelukt of duurde te lang. Begin opnieuw.',
    en: 'Signing in through your institution did not succeed or took too long. Start again.',
  },
  'institution-unknown': {
    nl: 'Uw instelling kent u, maar hier hebt u geen toegang. Vraag uw beheerder om een uitnodiging of een rol.',
    en: 'Your institution knows you, but you have no access here. Ask your administrator for an invitation or a role.',
  },
  'sign-in-wrong': {
    nl: 'Deze naam en dit wachtwoord horen niet bij elkaar, of het account is uitgezet. Probeer het opnieuw of vraag uw beheerder om een nieuwe link.',
    en: 'This name and password do not belong together, or the account was switched off. Try again or ask your administrator for a new link.',
  },
  'sign-in-wait': {
    nl: 'Er is te vaak een verkeerd wachtwoord gegeven. Wacht {seconds} seconden en probeer het dan opnieuw.',
    en: 'A wrong password was given too often. Wait {seconds} seconds and then try again.',
  },
  'login-invalid': {
    nl: 'Een naam om mee aan te melden heeft 3 tot 100 tekens zonder spaties, bijvoorbeeld een e-mailadres.',
    en: 'A name to sign in with has 3 to 100 characters without spaces, for instance an e-mail address.',
  },
  'login-taken': {
    nl: 'Deze naam om mee aan te melden is al in gebruik. Kies een andere.',
    en: 'This name to sign in with is already in use. Choose another.',
  },
  'password-short': {
    nl: 'Het wachtwoord moet minstens 12 tekens hebben; een zin van enkele woorden is makkelijk te onthouden.',
    en: 'The password must have at least 12 characters; a phrase of a few words is easy to remember.',
  },
  'password-long': {
    nl: 'Het wachtwoord mag hoogstens 200 tekens hebben.',
    en: 'The password may have at most 200 characters.',
  },
  'password-login': {
    nl: 'Het wachtwoord mag niet hetzelfde zijn als de naam om mee aan te melden.',
    en: 'The password must not be the same as the name to sign in with.',
  },
  'password-differs': {
    nl: 'De twee wachtwoorden zijn niet gelijk. Typ ze opnieuw.',
    en: 'The two passwords are not the same. Type them again.',
  },
  'password-wrong': {
    nl: 'Het huidige wachtwoord klopt niet. Er is niets veranderd.',
    en: 'The current password is not right. Nothing was changed.',
  },
  'link-used': {
    nl: 'Deze link is al gebruikt of verlopen. Vraag uw beheerder om een nieuwe.',
    en: 'This link was used or has expired. Ask your administrator for a new one.',
  },
  'last-administrator': {
    nl: 'Er moet minstens één beheerder zijn die zich kan aanmelden. Maak eerst een ander beheerder.',
    en: 'There must be at least one administrator who can sign in. Make somebody else administrator first.',
  },
  'token-name': {
    nl: 'Geef het token een naam van hoogstens 60 tekens, bijvoorbeeld die van het programma dat het gebruikt.',
    en: 'Give the token a name of at most 60 characters, for instance that of the program that uses it.',
  },
  'token-days': {
    nl: 'Een token is 1 tot en met 366 dagen geldig.',
    en: 'A token is valid for 1 to 366 days.',
  },
  'tokens-many': {
    nl: 'U hebt al {limit} tokens. Trek er eerst een in.',
    en: 'You already have {limit} tokens. Withdraw one first.',
  },
  'api-token': {
    nl: 'Dit vraagt een geldig token: Authorization: Bearer TOKEN. Maak er een op de pagina Mijn account.',
    en: 'This asks for a valid token: Authorization: Bearer TOKEN. Make one on the page My account.',
  },
  'api-role': {
    nl: 'Dit vraagt een token met de rol {role}. Maak zo’n token, of vraag uw beheerder om die rol.',
    en: 'This asks for a token with the role {role}. Make such a token, or ask your administrator for that role.',
  },
  'api-nothing-here': {
    nl: 'Op dit adres is niets, of wat het noemt is verwijderd. Zie /api/v1/openapi.json voor wat er is.',
    en: 'There is nothing at this address, or what it names was deleted. See /api/v1/openapi.json for what there is.',
  },
  'api-body-json': {
    nl: 'De inhoud van het verzoek is geen JSON. Stuur een JSON-document zoals /api/v1/openapi.json het beschrijft.',
    en: 'The body of the request is not JSON. Send a JSON document as /api/v1/openapi.json describes it.',
  },
  'api-body': {
    nl: 'In de inhoud van het verzoek klopt {where} niet. Zie /api/v1/openapi.json voor wat er mag staan.',
    en: 'In the body of the request {where} is not right. See /api/v1/openapi.json for what it may hold.',
  },
  'api-body-large': {
    nl: 'De inhoud van het verzoek is groter dan {limit} MB. Stuur minder, of een case-bestand naar /api/v1/data-sets.',
    en: 'The body of the request is larger than {limit} MB. Send less, or a case file to /api/v1/data-sets.',
  },
  'api-parameter': {
    nl: 'De waarde van {name} in het adres klopt niet. Zie /api/v1/openapi.json voor wat er mag staan.',
    en: 'The value of {name} in the address is not right. See /api/v1/openapi.json for what it may hold.',
  },
  'api-conversion-unknown': {
    nl: 'Deze omrekentabel is hier niet. Zie /api/v1/conversions voor wat er is, of laad haar op de pagina Netwerk.',
    en: 'This conversion table is not here. See /api/v1/conversions for what there is, or load it on the page Network.',
  },
  'api-contribution-changed': {
    nl: 'Er is niets naar buiten gegaan: gegevens of opzet zijn veranderd sinds u de bijdrage bekeek. Bekijk haar opnieuw (zonder expected) en stuur de sha256 die er dan bij staat.',
    en: 'Nothing has left: data or design changed since you looked at the contribution. Look again (without expected) and send the sha256 that stands there then.',
  },
  'api-fault': {
    nl: 'Er ging iets mis in het programma. Uw gegevens zijn niet veranderd. Gebeurt het weer, meld dan dit nummer: {reference}.',
    en: 'Something went wrong in the program. Your data are unchanged. If it happens again, report this number: {reference}.',
  },
} as const satisfies Record<string, Bilingual>;
