/** Mainland mobile numbers and landlines (DF §7.4). Which segments the authority serves is policy, not form. */
export const isMobile = (value: string): boolean => /^1\d{10}$/.test(value);
export const segmentOf = (mobile: string): string => mobile.slice(0, 3);
/** `0571-87654321`, also after hyphens were stripped. */
export const isLandline = (value: string): boolean => /^0\d{2,3}-?\d{7,8}$/.test(value);
