export * from "./callbacks";
export * from "./materials";
export * from "./orders";
export * from "./people";
export * from "./plumbing";
export * from "./policy";
export * from "./provider";
export * from "./registry";
