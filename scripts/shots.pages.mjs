/**
 * What `npm run shots` photographs: a name, the sandbox persona who looks (none: a visitor), a path, and for
 * states one must click to, `act` (an error state, an opened dialog).
 */
export const pages = [
  { name: "home", path: "/" },
  { name: "sandbox", path: "/sandbox" },
];
