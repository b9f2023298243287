// Takes the place of native-watchdog: ends this process soon after its parent is gone.
const INTERVAL = 3000;
const PARENT_IS_GONE = 87;

exports.start = (parent) => {
  const check = () => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(PARENT_IS_GONE);
    }
  };
  setInterval(check, INTERVAL).unref();
};

exports.exit = (code) => process.exit(code || 0);
