/** Paths (dotted, by id where a part has one) at which two values of one section differ. Blank and absent are equal. */
export function differences(mine: unknown, theirs: unknown, path = ""): string[] {
  if (isBlank(mine) && isBlank(theirs)) return [];
  if (Array.isArray(mine) || Array.isArray(theirs))
    return listDifferences(asList(mine), asList(theirs), path);
  if (isObject(mine) || isObject(theirs)) {
    const left = isObject(mine) ? mine : {};
    const right = isObject(theirs) ? theirs : {};
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    return keys.flatMap((key) => differences(left[key], right[key], path === "" ? key : `${path}.${key}`));
  }
  return mine === theirs ? [] : [path];
}

function listDifferences(mine: readonly unknown[], theirs: readonly unknown[], path: string): string[] {
  const ids = [...mine, ...theirs].map(idOf);
  if (ids.every((id) => id === undefined))
    return JSON.stringify(mine) === JSON.stringify(theirs) ? [] : [path];
  const find = (list: readonly unknown[], id: string | undefined) => list.find((item) => idOf(item) === id);
  return [...new Set(ids)].flatMap((id) =>
    differences(find(mine, id), find(theirs, id), `${path}[${id ?? ""}]`),
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const idOf = (value: unknown): string | undefined =>
  isObject(value) && typeof value.id === "string" ? value.id : undefined;

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.values(value).every(isBlank));
