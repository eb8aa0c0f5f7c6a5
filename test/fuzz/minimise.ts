/** The smallest input found that is still wrong in the same way: pieces are left out, ever smaller ones. */

/**
 * @param isWrong whether an input still shows the fault
 * @param most how many inputs are tried
 */
export async function minimised(
  input: Uint8Array,
  isWrong: (input: Uint8Array) => Promise<boolean>,
  most: number,
): Promise<Uint8Array> {
  let found = input;
  let tried = 0;
  for (
    let size = Math.ceil(found.length / 2);
    size >= 1 && tried < most;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = 0; at < found.length && tried < most; ) {
      const shorter = Buffer.concat([found.subarray(0, at), found.subarray(at + size)]);
      tried += 1;
      if (await isWrong(shorter)) found = shorter;
      else at += size;
    }
  }
  return found;
}
