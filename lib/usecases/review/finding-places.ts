interface Group {
  readonly subject: string;
  readonly fields: readonly { readonly path: string }[];
}

/** Subject of a material a path speaks of: `materials[ORG_CERT:entity]` → `entity`. */
const subjectOf = (path: string): string => /^materials\[[A-Z_]+:(.+)\]$/.exec(path)?.[1] ?? path;

/**
 * Where a finding is shown on the workbench: beside the field it names, else at the head of the group its path or its
 * document belongs to, else above all groups (`null`). Every finding has exactly one place.
 */
export function placeOfFinding(
  groups: readonly Group[],
  path: string,
): { readonly subject: string; readonly field: string | null } | null {
  for (const { subject, fields } of groups)
    if (fields.some((field) => field.path === path)) return { subject, field: path };
  const about = subjectOf(path);
  const group = groups.find(({ subject }) => about === subject || about.startsWith(`${subject}.`));
  return group ? { subject: group.subject, field: null } : null;
}
