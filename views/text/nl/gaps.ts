/** Dutch words of what a file lacks for the questions. */

export const gaps = {
  title: 'Wat dit bestand nog niet beantwoordt',
  noSupercluster:
    'Geen kolom met de hoofdgroep (X, Y of Z) of het gekozen zorgvraagtype: zonder een van beide krijgt geen traject een advies.',
  fewRatings:
    'Van de {all} HoNOS+-vragen zijn er {found} herkend. Met te veel lege vragen is er geen advies.',
  noRevenue:
    'Geen kolom met de huidige omzet: een prijslijst is dan alleen met een andere prijslijst te vergelijken.',
  noPeriod: 'Geen kolom met begin of einde: dagprijzen en behandelduur zijn dan niet te berekenen.',
  noMeasurements: 'Geen kolom met voor- of nameting: dan zijn er geen uitkomsten en geen benchmark.',
  noMember: 'Geen kolom met de instelling: alle trajecten tellen als één instelling.',
  noPatient: 'Geen kolom met het patiëntnummer: elk traject telt als een eigen patiënt.',
  pointOut:
    'Staan ze wel in het bestand, onder een andere naam? Wijs ze aan; u hoeft niets opnieuw te sturen.',
  sendAgain:
    'Staan ze wel in het bestand, onder een andere naam? Het bestand zelf wordt niet meer bewaard: laad het opnieuw en wijs ze dan aan.',
  toReport: 'Naar de controle van het bestand',
  noAdviceTitle: 'Geen enkel traject kreeg een advies',
};
