/** Words for somebody whose session had ended. */

export const lapsed = {
  session: 'Uw sessie is verlopen. Meld u opnieuw aan; u komt terug op deze pagina.',
  held: 'Uw sessie was verlopen. Wat u verstuurde is nog niet verwerkt, maar niet weg: meld u aan en verstuur het opnieuw.',
  lost: 'Uw sessie was verlopen. Wat u verstuurde is niet verwerkt. Meld u aan en doe het opnieuw; er is niets veranderd.',
  elsewhere: 'Aangemeld in het andere tabblad?',
  againTitle: 'Opnieuw versturen?',
  again: 'U bent weer aangemeld. Wat u daarvoor verstuurde, is nog niet verwerkt.',
  send: 'Opnieuw versturen',
  leave: 'Niet versturen',
};
