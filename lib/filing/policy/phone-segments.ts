/** First three digits the authority's SMS gateway serves, exactly as published (DF §7.4, [S4: 短信]). */
const SEGMENTS =
  "130 131 132 133 134 135 136 137 138 139 146 147 150 151 152 153 155 156 157 158 159 162 165 166 167 170 171 172 173 175 176 177 178 180 181 182 183 184 185 186 187 188 189 191 193 195 196 198 199";

export const PHONE_SEGMENTS: ReadonlySet<string> = new Set(SEGMENTS.split(" "));
