/** Two lists side by side in their order: the pairs that together score most. Pure. */

/** @param score of the pair, a whole number; 0 where the two cannot be a pair */
export function align(rows: number, columns: number, score: (row: number, column: number) => number): [row: number, column: number][] {
  const width = columns + 1;
  const best = new Uint32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const skip = Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
      const pair = score(i, j);
      best[i * width + j] = pair ? Math.max(skip, pair + best[(i + 1) * width + j + 1]!) : skip;
    }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < rows && j < columns;) {
    const here = best[i * width + j]!;
    const pair = score(i, j);
    if (pair && here === pair + best[(i + 1) * width + j + 1]!) pairs.push([i++, j++]);
    else if (here === best[(i + 1) * width + j]!) i++;
    else j++;
  }
  return pairs;
}
