import type { OutlineGroup } from "@/lib/filing/application/outline";
import { isCode, maskCode, normaliseCode } from "@/lib/filing/codes/form";
import { maskValue } from "@/lib/filing/shared/mask";

/** A group of answers with its personal values masked. */
export function maskedGroup(group: OutlineGroup): OutlineGroup {
  const fields = group.fields.map((field) =>
    field.sensitive
      ? { ...field, values: field.values.map((value) => maskValue(field.path, String(value))) }
      : field,
  );
  return { ...group, fields };
}

/** A server by the name its renter gave it; a code by its end, for it opens somebody's server. */
export const serverName = (
  servers: readonly { readonly id: string; readonly name: string }[],
  written: string | number | boolean,
): string => {
  const id = String(written);
  const known = servers.find((server) => server.id === id)?.name ?? id;
  return isCode(normaliseCode(known)) ? maskCode(known) : known;
};

/** The same for a group of answers. */
export function withServerNames(
  group: OutlineGroup,
  servers: readonly { readonly id: string; readonly name: string }[],
): OutlineGroup {
  const fields = group.fields.map((field) =>
    field.kind === "resource"
      ? { ...field, values: field.values.map((id) => serverName(servers, id)) }
      : field,
  );
  return { ...group, fields };
}
