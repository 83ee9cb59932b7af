/** A filing number as numbers are compared: without spaces and the optional 号. */
export const filingNumberKey = (number: string | null | undefined): string | undefined => {
  const plain = number?.replace(/[\s号]/g, "").toUpperCase();
  return plain === undefined || plain === "" ? undefined : plain;
};
