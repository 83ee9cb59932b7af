import { Tag } from "@/components/ui/tag";
import type { BenchProof } from "./types";

/** Whether a lead's number is proven. */
export const ProofTag = ({ proven, text }: BenchProof) => (
  <Tag tone={proven ? "done" : "neutral"}>{text}</Tag>
);
