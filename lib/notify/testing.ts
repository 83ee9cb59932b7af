import "server-only";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

export interface MailSink {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** Answers the next mail with this status after its data, and keeps nothing of it. */
  refuseNext(status: number): void;
  /** Answers every receiver, or every sender, with this status. */
  refuseReceiver(status: number): void;
  refuseSender(status: number): void;
  close(): Promise<void>;
}

const quotedPrintable = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, "")
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");

const decoded = (text: string, encoding: string | undefined) => {
  if (encoding === "base64" || encoding === "B") return Buffer.from(text, "base64").toString("utf8");
  return encoding === "quoted-printable" || encoding === "Q" ? quotedPrintable(text) : text;
};

const headerText = (value: string) =>
  value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      decoded(kind.toUpperCase() === "Q" ? text.replaceAll("_", " ") : text, kind.toUpperCase()),
    );

/** What a mail program would show of a message without parts. */
function readMail(raw: string, { envelope }: SMTPServerSession): ReceivedMail {
  const split = raw.indexOf("\r\n\r\n");
  const lines = raw
    .slice(0, split)
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n");
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), headerText(line.slice(colon + 1).trim())];
    }),
  );
  return {
    from: envelope.mailFrom === false ? "" : envelope.mailFrom.address,
    to: envelope.rcptTo.map(({ address }) => address),
    headers,
    body: decoded(raw.slice(split + 4), headers.get("content-transfer-encoding")),
  };
}

/** A mail server on this machine, at a port of its own, that keeps what it is given. */
export async function openMailSink(): Promise<MailSink> {
  const mails: ReceivedMail[] = [];
  let refusal: number | undefined;
  let receiver: number | undefined;
  let sender: number | undefined;
  const answer = (status: number | undefined, callback: (error?: Error | null) => void) =>
    callback(status === undefined ? null : Object.assign(new Error("no"), { responseCode: status }));
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onMailFrom: (_address, _session, callback) => answer(sender, callback),
    onRcptTo: (_address, _session, callback) => answer(receiver, callback),
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const responseCode = refusal;
        refusal = undefined;
        if (responseCode !== undefined) {
          callback(Object.assign(new Error("not now"), { responseCode }));
          return;
        }
        mails.push(readMail(Buffer.concat(chunks).toString("latin1"), session));
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuseNext(status) {
      refusal = status;
    },
    refuseReceiver(status) {
      receiver = status;
    },
    refuseSender(status) {
      sender = status;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
