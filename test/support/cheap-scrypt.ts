/** What passwords cost in tests: enough to hash with, too little to protect anything. */
export const CHEAP_SCRYPT = { n: 2 ** 10, r: 8, p: 1 };
