-- Claims in order. KEYS: epoch, fence, packages, trips.
-- ARGV: epoch, least fence, wishes as 'package trip space micrometres tripSpace tripMicrometres tripPackages;'...
-- Answers one text; per wish 'outcome trip fence space micrometres' of the package's claim and 'space micrometres packages' in use on the wished trip.
-- Reads once and writes once, so a chunk costs seven commands however many wishes it holds; numbers stay text wherever nothing is added to them, since turning
-- numbers into text is what Lua is slowest at.
local CLAIMED, ELSEWHERE, FULL, ENDED = '0', '1', '2', '3'
local fence, refusal = ready(KEYS, ARGV)
if not fence then
  return redis.error_reply(refusal)
end

local packages, trips, room, way, roomLimit, wayLimit, countLimit, n = {}, {}, {}, {}, {}, {}, {}, 0
for p, t, s, m, sl, ml, cl in string.gmatch(ARGV[3], '([^ ]+) ([^ ]+) ([^ ]+) ([^ ]+) ([^ ]+) ([^ ]+) ([^;]+);') do
  n = n + 1
  packages[n], trips[n], room[n], way[n], roomLimit[n], wayLimit[n], countLimit[n] = p, t, s, m, sl, ml, cl
end

local owner, used = {}, {}
local claims = redis.call('HMGET', KEYS[3], unpack(packages))
local usages = redis.call('HMGET', KEYS[4], unpack(trips))
for i = 1, n do
  owner[packages[i]], used[trips[i]] = claims[i], usages[i]
end

-- What the trip uses with wish i on it, or nothing when it does not fit.
local function load(usage, i)
  local s, m, c = room[i], way[i], '1'
  if usage then
    local s0, m0, c0 = string.match(usage, '([^ ]+) ([^ ]+) (.+)')
    s, m, c = s0 + s, m0 + m, c0 + 1
  end
  return s + 0 <= roomLimit[i] + 0 and m + 0 <= wayLimit[i] + 0 and c + 0 <= countLimit[i] + 0 and s .. ' ' .. m .. ' ' .. c
end

local first, answers, a, newClaims, changed = fence, {}, 0, {}, {}
for i = 1, n do
  local p, t = packages[i], trips[i]
  local claim, usage, outcome = owner[p], used[t], ENDED
  if claim and claim ~= '!' then
    outcome = string.find(claim, t .. ' ', 1, true) == 1 and CLAIMED or ELSEWHERE
  elseif not claim and usage ~= '!' then
    local loaded = load(usage, i)
    if loaded then
      fence, outcome, usage = fence + 1, CLAIMED, loaded
      claim = t .. ' ' .. fence .. ' ' .. room[i] .. ' ' .. way[i]
      owner[p], used[t], changed[t] = claim, usage, true
      newClaims[#newClaims + 1] = p
      newClaims[#newClaims + 1] = claim
    else
      outcome = FULL
    end
  end
  answers[a + 1] = outcome
  answers[a + 2] = claim and claim ~= '!' and claim or '- 0 0 0'
  answers[a + 3] = usage and usage ~= '!' and usage or '0 0 0'
  a = a + 3
end

if fence > first then
  local newUsages = {}
  for t in pairs(changed) do
    newUsages[#newUsages + 1] = t
    newUsages[#newUsages + 1] = used[t]
  end
  redis.call('SET', KEYS[2], fence)
  redis.call('HSET', KEYS[4], unpack(newUsages))
  redis.call('HSET', KEYS[3], unpack(newClaims))
end
return table.concat(answers, ' ')
