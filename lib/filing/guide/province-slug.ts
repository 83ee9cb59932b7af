import type { ProvincePolicy } from "../policy/types";

/** What a province is called in addresses: `inner-mongolia`. */
export const slugOf = ({ nameEn }: Pick<ProvincePolicy, "nameEn">): string =>
  nameEn.toLowerCase().replaceAll(" ", "-");

/** The province of an address; its code is understood as well. */
export const provinceBySlug = (
  provinces: Readonly<Record<string, ProvincePolicy>>,
  slug: string,
): ProvincePolicy | undefined =>
  Object.values(provinces).find((province) => slugOf(province) === slug || province.code === slug);
