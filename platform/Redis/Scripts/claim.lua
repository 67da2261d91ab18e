-- Claims in order. KEYS: epoch, fence, packages, trips.
-- ARGV: epoch, least fence, wishes as 'package trip space micrometres tripSpace tripMicrometres tripPackages;'...
-- Answers one text of 'outcome trip fence space micrometres packages;' per wish, the last three being what the wished trip uses.
-- Reads once, writes once: a chunk costs six commands however many wishes it holds.
local CLAIMED, ELSEWHERE, FULL, ENDED = 0, 1, 2, 3
local fence, refusal = ready(KEYS, ARGV)
if not fence then
  return redis.error_reply(refusal)
end

local packages, trips, room, way, roomLimit, wayLimit, countLimit, n = {}, {}, {}, {}, {}, {}, {}, 0
for p, t, s, m, sl, ml, cl in string.gmatch(ARGV[3], '(%S+) (%S+) (%d+) (%d+) (%d+) (%d+) (%d+);') do
  n = n + 1
  packages[n], trips[n], room[n], way[n] = p, t, s, m
  roomLimit[n], wayLimit[n], countLimit[n] = sl + 0, ml + 0, cl + 0
end

local owner, used, metres, count = {}, {}, {}, {}
local foundPackages = redis.call('HMGET', KEYS[3], unpack(packages))
local foundTrips = redis.call('HMGET', KEYS[4], unpack(trips))
for i = 1, n do
  owner[packages[i]] = foundPackages[i]
  local t, state = trips[i], foundTrips[i]
  if used[t] == nil then
    if not state then
      used[t], metres[t], count[t] = 0, 0, 0
    elseif state == '!' then
      used[t] = false
    else
      local s, m, c = string.match(state, '(%d+) (%d+) (%d+)')
      used[t], metres[t], count[t] = s + 0, m + 0, c + 0
    end
  end
end

local first, answers, newPackages, newTrips, changed = fence, {}, {}, {}, {}
for i = 1, n do
  local p, t = packages[i], trips[i]
  local state, outcome, holder, token = owner[p], ENDED, '-', '0'
  if state and state ~= '!' then
    holder, token = string.match(state, '(%S+) (%d+)')
    outcome = holder == t and CLAIMED or ELSEWHERE
  elseif not state and used[t] then
    local s, m, c = used[t] + room[i], metres[t] + way[i], count[t] + 1
    if s > roomLimit[i] or m > wayLimit[i] or c > countLimit[i] then
      outcome = FULL
    else
      used[t], metres[t], count[t], changed[t] = s, m, c, true
      fence = fence + 1
      outcome, holder, token = CLAIMED, t, fence
      owner[p] = t .. ' ' .. fence .. ' ' .. room[i] .. ' ' .. way[i]
      newPackages[#newPackages + 1] = p
      newPackages[#newPackages + 1] = owner[p]
    end
  end
  answers[i] = outcome .. ' ' .. holder .. ' ' .. token .. ' ' .. (used[t] or 0) .. ' ' .. (metres[t] or 0) .. ' ' .. (count[t] or 0) .. ';'
end

if fence > first then
  for t in pairs(changed) do
    newTrips[#newTrips + 1] = t
    newTrips[#newTrips + 1] = used[t] .. ' ' .. metres[t] .. ' ' .. count[t]
  end
  redis.call('SET', KEYS[2], fence)
  redis.call('HSET', KEYS[4], unpack(newTrips))
  redis.call('HSET', KEYS[3], unpack(newPackages))
end
return table.concat(answers)
