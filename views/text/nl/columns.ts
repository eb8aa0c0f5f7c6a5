/** Dutch words of the page on which columns are corrected. */

export const columns = {
  title: 'Kolommen van {name}',
  lead: 'Zo zijn de kolommen herkend. Klopt er iets niet, kies dan de juiste; het bestand wordt opnieuw gelezen zonder dat u het opnieuw stuurt.',
  correct: 'Kolommen en keuzes aanpassen',
  otherFile: 'Een ander bestand kiezen',
  refusedLead:
    'Er is nog niets bewaard. Het bestand zelf staat er nog: kies een ander tabblad, andere kolommen of een andere notatie, en lees het opnieuw.',
  sheetTitle: 'Tabblad',
  sheetLead: 'Deze werkmap heeft meer dan één tabblad. Kies het tabblad met één rij per zorgtraject.',
  sheetShow: 'Dit tabblad tonen',
  warnings: 'Let op',
  main: 'Traject, groepen, geld en ROM',
  ratings: 'HoNOS+-vragen',
  ratingsFound: '{found} van de {all} herkend',
  column: 'Onze kolom',
  header: 'Kolom in uw bestand',
  how: 'Hoe herkend',
  unread: '(niet lezen)',
  by: {
    name: 'aan de naam',
    alias: 'aan een bekende andere naam',
    map: 'door u aangewezen',
    remembered: 'onthouden van een eerder bestand',
    none: 'niet gevonden',
  },
  plain: 'Kolommen die nergens voor worden gelezen, blijven bewaard zoals ze zijn: {names}.',
  notation: 'Notatie',
  remember: 'Onthouden',
  institution: 'Voor welke instelling?',
  institutionHint:
    'Wat u hier aanwijst, wordt bij een volgend bestand vanzelf zo gelezen. Noem de instelling als u bestanden van meer instellingen laadt; leeg = voor elk bestand.',
  submit: 'Opnieuw lezen en controleren',
  keptNote: 'Het bestand blijft hier staan tot u de gegevens verwijdert of de toepassing stopt.',
};
