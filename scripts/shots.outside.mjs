/** Pages about the provider's other systems: imports by file, receivers of order events. */
export const outsidePages = ({ invalid, press }) => [
  { name: "imports", persona: "supervisor", path: "/review/imports" },
  {
    name: "imports-bad",
    persona: "supervisor",
    path: "/review/imports",
    act: async (tab) => {
      const buffer = Buffer.from("customer,email\nC-1,nobody\n,someone@sample.cn\n");
      await tab.locator("#f-file").setInputFiles({ name: "customers.csv", mimeType: "text/csv", buffer });
      await press(/^(检查文件|Look at it)$/)(tab);
      await tab.locator("main table").first().waitFor();
    },
  },
  { name: "webhooks-empty", persona: "admin", path: "/review/webhooks" },
  {
    name: "webhooks-errors",
    persona: "admin",
    path: "/review/webhooks",
    act: invalid(press(/^(添加|Add)$/)),
  },
];
