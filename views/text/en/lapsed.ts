/** Words for somebody whose session had ended. */

import type { lapsed as nl } from '../nl/lapsed.ts';

export const lapsed: typeof nl = {
  session: 'Your session has ended. Sign in again; you will return to this page.',
  held: 'Your session had ended. What you sent has not been processed, but is not gone: sign in and send it again.',
  lost: 'Your session had ended. What you sent has not been processed. Sign in and do it again; nothing has changed.',
  elsewhere: 'Signed in in the other tab?',
  againTitle: 'Send again?',
  again: 'You are signed in again. What you sent before that has not been processed.',
  send: 'Send again',
  leave: 'Do not send',
};
