/** Nothing is sent: it only has to look like a picture to the page. */
const PHOTO = { name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer: Buffer.from([0xff, 0xd8, 0xff]) };

/** The page of documents in its states; the steps are those of the list it stands in. */
export const documentPages = ({ inOrder, opens, fails }) => [
  { name: "materials", path: "/console/orders", act: inOrder("/materials") },
  {
    name: "materials-consent",
    path: "/console/orders",
    act: opens(
      inOrder("/materials", (tab) =>
        tab.locator('[data-consent="ID_IMAGE"] input[type=file]').first().setInputFiles(PHOTO),
      ),
    ),
  },
  {
    name: "materials-tray",
    path: "/console/orders",
    act: inOrder("/materials", async (tab) => {
      const chooser = tab.waitForEvent("filechooser");
      await tab.getByRole("button", { name: /^(选择多个文件|Choose files)$/ }).click();
      await (await chooser).setFiles([PHOTO, { ...PHOTO, name: "licence.jpg" }]);
      await tab.getByRole("list", { name: /^(还没有上传的文件|Files without a place yet)$/ }).waitFor();
    }),
  },
  {
    name: "materials-refused",
    path: "/console/orders",
    act: fails(
      inOrder("/materials", (tab) =>
        tab
          .locator("main input[type=file]")
          .first()
          .setInputFiles({
            name: "letter.pdf",
            mimeType: "application/pdf",
            buffer: Buffer.from("%PDF-1.7\n"),
          }),
      ),
    ),
  },
];
