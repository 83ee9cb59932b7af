export * from "./orders";
export * from "./people";
export * from "./plumbing";
export * from "./provider";
export * from "./registry";
