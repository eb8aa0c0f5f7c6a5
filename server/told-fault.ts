/** A fault that is not the program's own, as a refusal: a disk that is full, a form that no browser sends. */

import { machineFault, refuse } from '../src/index.ts';

/** What the platform's own reader of forms says; its sentence quotes nothing of the form. */
const NO_FORM = /as FormData|multipart|Content-Type was not one of/i;

/** @returns a refusal where the sender or the machine is at fault, else the error as it is */
export function toldFault(error: Error): Error {
  const fault = machineFault(error);
  if (fault instanceof Error && fault !== error) return fault;
  return error instanceof TypeError && NO_FORM.test(error.message) ? refuse('form-unreadable') : error;
}
