import type { ServiceDraft } from "../../application/draft";
import { each, servicePath } from "../parts";
import type { Rule, Verdict } from "../types";
import { eachServer } from "./resource-server";

const SERVER_READS = ["services[*].kind", "services[*].resource", "facts.resources"];
/** 虚拟主机 and 云接入 (DF §6.11). */
const VIRTUAL_HOST = 4;
const CLOUD = 16;

const OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d{2}|[1-9]?\\d)";
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);
const PRIVATE =
  /^(?:0|10|127)\.|^169\.254\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^(?:22[4-9]|2[3-5]\d)\./;

const COLON = 58;
const HEX_GROUPS = /^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}$/i;

/** Groups of one to four hex digits, eight of them, or fewer around one `::`. */
function isIpv6(ip: string): boolean {
  if (!HEX_GROUPS.test(ip)) return false;
  const gap = ip.indexOf("::");
  if (gap >= 0 && ip.indexOf("::", gap + 1) >= 0) return false;
  if (gap !== 0 && ip.startsWith(":")) return false;
  if (gap !== ip.length - 2 && ip.endsWith(":")) return false;
  let groups = 0;
  for (let i = 0; i < ip.length; i += 1)
    if (ip.charCodeAt(i) !== COLON && (i === 0 || ip.charCodeAt(i - 1) === COLON)) groups += 1;
  return gap >= 0 ? groups < 8 : groups === 8;
}

const PRIVATE_V6 = /^(?:fe[89ab]|f[cd]|ff|::1?$)/i;

/** A public address can be reached; private ones are no server's on the net. */
function ipProblem(ip: string): "message" | "private" | null {
  const v6 = ip.includes(":");
  if (!(v6 ? isIpv6(ip) : IPV4.test(ip))) return "message";
  return (v6 ? PRIVATE_V6 : PRIVATE).test(ip) ? "private" : null;
}

function firstBadIp(service: ServiceDraft): Verdict | undefined {
  for (const typed of service.ips ?? []) {
    const ip = typed.trim();
    const message = ip === "" ? null : ipProblem(ip);
    if (message !== null) return { path: servicePath(service.id, "ips"), message, params: { ip } };
  }
  return undefined;
}

/** Does what is typed about the server fit the server? */
export const SERVICE_SERVER_RULES: readonly Rule[] = [
  {
    id: "service.ip-form",
    topic: "service",
    level: "error",
    source: "V30: 1006; T21: 备案信息专项核查",
    reads: ["services[*].kind", "services[*].ips"],
    check: (c) => each(c.application.services, firstBadIp),
  },
  {
    id: "service.ip-of-server",
    topic: "service",
    level: "error",
    source: "T21: 备案信息专项核查; V30: 1006, 1063",
    reads: ["services[*].ips", ...SERVER_READS],
    check: (c) =>
      eachServer(c, ({ publicIp }, { id, ips }) =>
        publicIp === null || ips === undefined || ips.length === 0 || ips.includes(publicIp)
          ? undefined
          : { path: servicePath(id, "ips"), params: { ip: publicIp } },
      ),
  },
  {
    id: "service.location-of-server",
    topic: "service",
    level: "warn",
    source: "BC: 服务器放置地; T21: 备案信息专项核查",
    reads: ["services[*].serverLocation", ...SERVER_READS],
    check: (c) =>
      eachServer(c, ({ province }, { id, serverLocation }) =>
        serverLocation === undefined || serverLocation === "" || serverLocation === province
          ? undefined
          : { path: servicePath(id, "serverLocation"), params: { province } },
      ),
  },
  {
    id: "service.access-method",
    topic: "service",
    level: "warn",
    source: "BC: 接入方式",
    reads: ["services[*].accessMethod", ...SERVER_READS],
    check: (c) =>
      eachServer(c, ({ kind }, { id, accessMethod }) =>
        accessMethod === undefined ||
        accessMethod === CLOUD ||
        (kind === "HOSTING" && accessMethod === VIRTUAL_HOST)
          ? undefined
          : { path: servicePath(id, "accessMethod") },
      ),
  },
];
