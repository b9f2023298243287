// Takes the place of @vscode/deviceid: every installation here is the same device.
exports.getDeviceId = async () => '00000000-0000-0000-0000-000000000000';
