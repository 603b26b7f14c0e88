import { foldName } from "../../model/normalise.ts";

/** A name that none of the others folds alike: the first choice, or with a number behind it. */
export function newName(wanted: string, others: Iterable<string>): string {
  const taken = new Set([...others].map(foldName));
  let name = wanted;
  for (let number = 2; taken.has(foldName(name)); number++) name = `${wanted}${number}`;
  return name;
}
