/** Dutch words of the evidence for a contract and the improvement log. */

export const evidence = {
  title: 'Bewijs bij het contract',
  lead: 'De voorwaarden voor een lerend kwaliteitsnetwerk, met wat de bestanden laten zien: {met} aangetoond, {notMet} niet vervuld, {notSeen} hieruit niet te zien.',
  link: 'Bewijs bij het contract',
  minResponse: 'Afgesproken respons (%)',
  minResponseHint: 'Het deel van de trajecten dat een voor- en een nameting moet hebben. Leeg: geen norm.',
  peers: 'Leden staan hier als label en aantallen in banden: dit is om door te geven.',
  downloadHtml: 'Rapport met verantwoording (HTML)',
  downloadJson: 'Alles (JSON)',
  logTitle: 'Verbeterlogboek',
  logLead:
    'Wat er uit de cijfers bleek, wat daarmee is gedaan en hoe het afliep. Dit logboek is het bewijs dat resultaten worden gebruikt.',
  logNone: 'Nog niets vastgelegd.',
  addTitle: 'Vastleggen',
  date: 'Datum',
  finding: 'Bevinding',
  action: 'Actie',
  followUpDate: 'Datum vervolg',
  followUp: 'Vervolg',
  open: 'nog open',
  noNames: 'Deze tekst gaat mee naar de verzekeraar: noem geen patiënt en geen medewerker.',
  add: 'Vastleggen',
  file: 'Of een logboek uit een bestand (.csv of .json)',
  fileButton: 'Toevoegen',
  removeEntry: 'Regel {number} verwijderen',
};
