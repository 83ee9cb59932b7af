/** A reason the officer may give, with the places it can point at in this filing. */
export interface ReasonOption {
  readonly code: string;
  readonly name: string;
  readonly targets: readonly { readonly path: string; readonly label: string }[];
}

/** One item while it is being written. */
export interface DraftItem {
  readonly key: number;
  readonly code: string;
  readonly target: string;
  readonly text: string;
}
