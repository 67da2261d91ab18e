-- Takes a claim ('trip fence space micrometres') off its trip. A trip that carries nothing any more is forgotten, a withdrawn one stays closed.
local function leave(trips, claim)
  local trip, room, way = string.match(claim, '(%S+) %d+ (%d+) (%d+)')
  local used = redis.call('HGET', trips, trip)
  if used and used ~= '!' then
    local s, m, c = string.match(used, '(%d+) (%d+) (%d+)')
    if c == '1' then
      redis.call('HDEL', trips, trip)
    else
      redis.call('HSET', trips, trip, (s - room) .. ' ' .. (m - way) .. ' ' .. (c - 1))
    end
  end
end
