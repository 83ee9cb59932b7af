import { newPartId, type PartPrefix } from "@/lib/filing/application/edit";

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/** An id for a part added on the page. */
export const newId = (prefix: PartPrefix): string => newPartId(prefix, random);
