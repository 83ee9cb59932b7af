import type { OutlineGroup } from "@/lib/filing/application/outline";
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

/** A server by the name its renter gave it. */
export function withServerNames(
  group: OutlineGroup,
  servers: readonly { readonly id: string; readonly name: string }[],
): OutlineGroup {
  const fields = group.fields.map((field) =>
    field.kind === "resource"
      ? { ...field, values: field.values.map((id) => servers.find((server) => server.id === id)?.name ?? id) }
      : field,
  );
  return { ...group, fields };
}
